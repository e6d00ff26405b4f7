using Google.Protobuf;

namespace MlNetDigits.Networks.Onnx;

/// <summary>A named constant of a node, such as its strides.</summary>
public sealed class OnnxAttribute
{
    internal OnnxAttribute(AttributeProto proto)
    {
        Proto = proto;
        Kind = Enum.IsDefined((OnnxAttributeKind)proto.Type) ? (OnnxAttributeKind)proto.Type : OnnxAttributeKind.Other;
        IntValues = Kind == OnnxAttributeKind.Int || proto.HasI ? [proto.I] : proto.Ints;
        FloatValues = Kind == OnnxAttributeKind.Float || proto.HasF ? [proto.F] : proto.Floats;
        StringValues = Kind == OnnxAttributeKind.String || proto.HasS ? [proto.S.ToStringUtf8()] : [.. proto.Strings.Select(text => text.ToStringUtf8())];
        TensorValue = proto.T is null ? null : OnnxTensorReader.Read(proto.T);
    }

    /// <summary>The name that the operator's definition gives the attribute.</summary>
    public string Name => Proto.Name;

    /// <summary>Which of the value properties holds the value.</summary>
    public OnnxAttributeKind Kind { get; }

    /// <summary>The integers: one for <see cref="OnnxAttributeKind.Int"/>, any number for a list.</summary>
    public IReadOnlyList<long> IntValues { get; }

    /// <summary>The floats: one for <see cref="OnnxAttributeKind.Float"/>, any number for a list.</summary>
    public IReadOnlyList<float> FloatValues { get; }

    /// <summary>The texts: one for <see cref="OnnxAttributeKind.String"/>, any number for a list.</summary>
    public IReadOnlyList<string> StringValues { get; }

    /// <summary>The tensor of a <see cref="OnnxAttributeKind.Tensor"/>, otherwise null.</summary>
    public OnnxTensor? TensorValue { get; }

    internal AttributeProto Proto { get; }

    /// <summary>Makes an attribute of one integer.</summary>
    public static OnnxAttribute Int(string name, long value) =>
        Make(name, OnnxAttributeKind.Int, new AttributeProto { I = value });

    /// <summary>Makes an attribute of a list of integers.</summary>
    public static OnnxAttribute Ints(string name, params ReadOnlySpan<long> values) =>
        Make(name, OnnxAttributeKind.Ints, new AttributeProto { Ints = { values.ToArray() } });

    /// <summary>Makes an attribute of one float.</summary>
    public static OnnxAttribute Float(string name, float value) =>
        Make(name, OnnxAttributeKind.Float, new AttributeProto { F = value });

    /// <summary>Makes an attribute of a list of floats.</summary>
    public static OnnxAttribute Floats(string name, params ReadOnlySpan<float> values) =>
        Make(name, OnnxAttributeKind.Floats, new AttributeProto { Floats = { values.ToArray() } });

    /// <summary>Makes an attribute of one text.</summary>
    public static OnnxAttribute String(string name, string value) =>
        Make(name, OnnxAttributeKind.String, new AttributeProto { S = ByteString.CopyFromUtf8(value) });

    /// <summary>Makes an attribute of a list of texts.</summary>
    public static OnnxAttribute Strings(string name, params ReadOnlySpan<string> values) =>
        Make(name, OnnxAttributeKind.Strings, new AttributeProto { Strings = { values.ToArray().Select(ByteString.CopyFromUtf8) } });

    /// <summary>Makes an attribute of one constant tensor.</summary>
    public static OnnxAttribute Tensor(string name, OnnxTensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Make(name, OnnxAttributeKind.Tensor, new AttributeProto { T = value.Proto });
    }

    private static OnnxAttribute Make(string name, OnnxAttributeKind kind, AttributeProto proto)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);

        proto.Name = name;
        proto.Type = (int)kind;
        return new OnnxAttribute(proto);
    }
}
