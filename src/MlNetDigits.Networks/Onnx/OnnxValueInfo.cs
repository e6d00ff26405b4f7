namespace MlNetDigits.Networks.Onnx;

/// <summary>Name, element type and shape of a graph's input or output.</summary>
public sealed class OnnxValueInfo
{
    private readonly byte[] _unknown = [];
    private readonly byte[]? _otherType;

    /// <summary>Describes a tensor by name, element type and dimensions.</summary>
    public OnnxValueInfo(string name, OnnxElementType elementType, params OnnxDimension[] dimensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(dimensions);
        if (!Enum.IsDefined(elementType) || elementType == OnnxElementType.Undefined)
            throw new ArgumentOutOfRangeException(nameof(elementType), elementType, $"The value '{name}' needs a known element type.");

        (Name, ElementType, Dimensions) = (name, elementType, [.. dimensions]);
    }

    private OnnxValueInfo(string name, byte[]? type, byte[] unknown)
    {
        (Name, _unknown) = (name, unknown);
        if (type is null)
            return;

        var reader = new MessageReader(type);
        while (reader.Next(out var field))
            if (field == 1)
                (ElementType, Dimensions) = ReadTensorType(reader.Bytes());
            else
                reader.Keep();
        if (reader.Unknown.Length > 0)
            _otherType = type;
    }

    /// <summary>The name by which the value is fed or fetched.</summary>
    public string Name { get; }

    /// <summary>The type of the tensor's elements.</summary>
    public OnnxElementType ElementType { get; }

    /// <summary>The dimensions, outermost first, or null when unknown.</summary>
    public IReadOnlyList<OnnxDimension>? Dimensions { get; }

    /// <summary>Name, element type and dimensions, such as "Score: Float[N, 10]".</summary>
    public override string ToString() => $"{Name}: {ElementType}[{(Dimensions is null ? "?" : string.Join(", ", Dimensions))}]";

    /// <summary>A value whose type and shape are left for the runtime to infer.</summary>
    internal static OnnxValueInfo Inferred(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new OnnxValueInfo(name, null, []);
    }

    internal static OnnxValueInfo Read(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        var name = "";
        byte[]? type = null;
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: name = reader.String(); break;
                case 2: type = reader.Bytes(); break;
                default: reader.Keep(); break;
            }

        return new OnnxValueInfo(name, type, reader.Unknown);
    }

    internal void Write(MessageWriter writer)
    {
        writer.String(1, Name);
        if (_otherType is not null)
            writer.Bytes(2, _otherType);
        else if (ElementType != OnnxElementType.Undefined)
            writer.Message(2, type => type.Message(1, WriteTensorType));
        writer.Raw(_unknown);
    }

    private void WriteTensorType(MessageWriter writer)
    {
        writer.Int64(1, (long)ElementType);
        if (Dimensions is not null)
            writer.Message(2, shape =>
            {
                foreach (var dimension in Dimensions)
                    shape.Message(1, dimension.Write);
            });
    }

    private static (OnnxElementType, IReadOnlyList<OnnxDimension>?) ReadTensorType(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        var elementType = OnnxElementType.Undefined;
        List<OnnxDimension>? dimensions = null;
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: elementType = (OnnxElementType)reader.Int64(); break;
                case 2: dimensions = ReadShape(reader.Bytes()); break;
                default: reader.Keep(); break;
            }

        return (elementType, dimensions);
    }

    private static List<OnnxDimension> ReadShape(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        var dimensions = new List<OnnxDimension>();
        while (reader.Next(out var field))
            if (field == 1)
                dimensions.Add(OnnxDimension.Read(reader.Bytes()));
            else
                reader.Keep();

        return dimensions;
    }
}
