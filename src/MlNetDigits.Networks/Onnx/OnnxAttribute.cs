namespace MlNetDigits.Networks.Onnx;

/// <summary>A named constant of a node, such as its strides.</summary>
public sealed class OnnxAttribute
{
    private OnnxAttribute(string name, OnnxAttributeKind kind) => (Name, Kind) = (name, kind);

    /// <summary>The name that the operator's definition gives the attribute.</summary>
    public string Name { get; }

    /// <summary>Which of the value properties holds the value.</summary>
    public OnnxAttributeKind Kind { get; private init; }

    /// <summary>The integers: one for <see cref="OnnxAttributeKind.Int"/>, any number for a list.</summary>
    public IReadOnlyList<long> IntValues { get; private init; } = [];

    /// <summary>The floats: one for <see cref="OnnxAttributeKind.Float"/>, any number for a list.</summary>
    public IReadOnlyList<float> FloatValues { get; private init; } = [];

    /// <summary>The texts: one for <see cref="OnnxAttributeKind.String"/>, any number for a list.</summary>
    public IReadOnlyList<string> StringValues { get; private init; } = [];

    /// <summary>The tensor of a <see cref="OnnxAttributeKind.Tensor"/>, otherwise null.</summary>
    public OnnxTensor? TensorValue { get; private init; }

    internal byte[] Unknown { get; private init; } = [];

    /// <summary>Makes an attribute of one integer.</summary>
    public static OnnxAttribute Int(string name, long value) =>
        new(Checked(name), OnnxAttributeKind.Int) { IntValues = [value] };

    /// <summary>Makes an attribute of a list of integers.</summary>
    public static OnnxAttribute Ints(string name, params ReadOnlySpan<long> values) =>
        new(Checked(name), OnnxAttributeKind.Ints) { IntValues = [.. values] };

    /// <summary>Makes an attribute of one float.</summary>
    public static OnnxAttribute Float(string name, float value) =>
        new(Checked(name), OnnxAttributeKind.Float) { FloatValues = [value] };

    /// <summary>Makes an attribute of a list of floats.</summary>
    public static OnnxAttribute Floats(string name, params ReadOnlySpan<float> values) =>
        new(Checked(name), OnnxAttributeKind.Floats) { FloatValues = [.. values] };

    /// <summary>Makes an attribute of one text.</summary>
    public static OnnxAttribute String(string name, string value) =>
        new(Checked(name), OnnxAttributeKind.String) { StringValues = [value] };

    /// <summary>Makes an attribute of a list of texts.</summary>
    public static OnnxAttribute Strings(string name, params ReadOnlySpan<string> values) =>
        new(Checked(name), OnnxAttributeKind.Strings) { StringValues = [.. values] };

    /// <summary>Makes an attribute of one constant tensor.</summary>
    public static OnnxAttribute Tensor(string name, OnnxTensor value) =>
        new(Checked(name), OnnxAttributeKind.Tensor) { TensorValue = value };

    internal static OnnxAttribute Read(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        var name = "";
        var kind = 0L;
        OnnxTensor? tensor = null;
        List<long> ints = [];
        List<float> floats = [];
        List<string> strings = [];
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: name = reader.String(); break;
                case 2: floats.Add(reader.Float()); break;
                case 3: ints.Add(reader.Int64()); break;
                case 4 or 9: strings.Add(reader.String()); break;
                case 5: tensor = OnnxTensor.Read(reader.Bytes()); break;
                case 7: reader.Floats(floats); break;
                case 8: reader.Int64s(ints); break;
                case 20: kind = reader.Int64(); break;
                default: reader.Keep(); break;
            }

        var known = Enum.IsDefined((OnnxAttributeKind)kind);
        return new OnnxAttribute(name, known ? (OnnxAttributeKind)kind : OnnxAttributeKind.Other)
        {
            IntValues = kind == (long)OnnxAttributeKind.Int && ints.Count == 0 ? [0] : ints,
            FloatValues = kind == (long)OnnxAttributeKind.Float && floats.Count == 0 ? [0] : floats,
            StringValues = kind == (long)OnnxAttributeKind.String && strings.Count == 0 ? [""] : strings,
            TensorValue = tensor,
            Unknown = known ? reader.Unknown : [.. reader.Unknown, .. KindField(kind)],
        };
    }

    internal void Write(MessageWriter writer)
    {
        writer.String(1, Name);
        if (Kind == OnnxAttributeKind.Float)
            writer.Float(2, FloatValues[0]);
        if (Kind == OnnxAttributeKind.Int)
            writer.Int64(3, IntValues[0]);
        if (Kind == OnnxAttributeKind.String)
            writer.String(4, StringValues[0]);
        if (Kind == OnnxAttributeKind.Tensor)
            writer.Message(5, inner => TensorValue?.Write(inner));
        if (Kind == OnnxAttributeKind.Floats)
            foreach (var value in FloatValues)
                writer.Float(7, value);
        if (Kind == OnnxAttributeKind.Ints)
            foreach (var value in IntValues)
                writer.Int64(8, value);
        if (Kind == OnnxAttributeKind.Strings)
            foreach (var value in StringValues)
                writer.String(9, value);
        if (Kind != OnnxAttributeKind.Other)
            writer.Int64(20, (long)Kind);
        writer.Raw(Unknown);
    }

    private static byte[] KindField(long kind)
    {
        var writer = new MessageWriter();
        writer.Int64(20, kind);
        return writer.ToArray();
    }

    private static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }
}
