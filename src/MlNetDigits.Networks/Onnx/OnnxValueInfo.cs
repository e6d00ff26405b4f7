namespace MlNetDigits.Networks.Onnx;

/// <summary>Name, element type and shape of a graph's input or output.</summary>
public sealed class OnnxValueInfo
{
    /// <summary>Describes a tensor by name, element type and dimensions.</summary>
    public OnnxValueInfo(string name, OnnxElementType elementType, params OnnxDimension[] dimensions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(dimensions);
        if (!Enum.IsDefined(elementType) || elementType == OnnxElementType.Undefined)
            throw new ArgumentOutOfRangeException(nameof(elementType), elementType, $"The value '{name}' needs a known element type.");

        Dimensions = [.. dimensions];
        var shape = new TensorShapeProto { Dim = { dimensions.Select(dimension => dimension.ToProto()) } };
        Proto = new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)elementType, Shape = shape } } };
    }

    internal OnnxValueInfo(ValueInfoProto proto)
    {
        Proto = proto;
        if (proto.Type?.TensorType?.Shape is { } shape)
            Dimensions = [.. shape.Dim.Select(OnnxDimension.From)];
    }

    /// <summary>The name by which the value is fed or fetched.</summary>
    public string Name => Proto.Name;

    /// <summary>The type of the tensor's elements.</summary>
    public OnnxElementType ElementType => (OnnxElementType)(Proto.Type?.TensorType?.ElemType ?? 0);

    /// <summary>The dimensions, outermost first, or null when unknown.</summary>
    public IReadOnlyList<OnnxDimension>? Dimensions { get; }

    internal ValueInfoProto Proto { get; }

    /// <summary>Name, element type and dimensions, such as "Score: Float[N, 10]".</summary>
    public override string ToString() => $"{Name}: {ElementType}[{(Dimensions is null ? "?" : string.Join(", ", Dimensions))}]";

    /// <summary>A value whose type and shape are left for the runtime to infer.</summary>
    internal static OnnxValueInfo Inferred(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new OnnxValueInfo(new ValueInfoProto { Name = name });
    }
}
