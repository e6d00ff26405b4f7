using System.Globalization;

namespace MlNetDigits.Networks.Onnx;

/// <summary>One dimension of a shape: a number, a symbol such as "N", or unknown.</summary>
public readonly record struct OnnxDimension
{
    private OnnxDimension(long? size, string? symbol) => (Size, Symbol) = (size, symbol);

    /// <summary>The number of elements, or null where it is not fixed.</summary>
    public long? Size { get; }

    /// <summary>The name that equal sizes share, or null for a number.</summary>
    public string? Symbol { get; }

    /// <summary>Makes a dimension of a fixed size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static implicit operator OnnxDimension(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);

        return new OnnxDimension(size, null);
    }

    /// <summary>Makes a dimension known by name, such as the batch "N".</summary>
    public static implicit operator OnnxDimension(string symbol)
    {
        ArgumentException.ThrowIfNullOrEmpty(symbol);

        return new OnnxDimension(null, symbol);
    }

    /// <summary>The size, the symbol, or "?" when neither is known.</summary>
    public override string ToString() => Size?.ToString(CultureInfo.InvariantCulture) ?? Symbol ?? "?";

    internal static OnnxDimension From(TensorShapeProto.Types.Dimension proto) =>
        new(proto is { HasDimValue: true, DimValue: >= 0 } ? proto.DimValue : null, proto.DimParam.Length > 0 ? proto.DimParam : null);

    internal TensorShapeProto.Types.Dimension ToProto()
    {
        var proto = new TensorShapeProto.Types.Dimension();
        if (Size is { } size)
            proto.DimValue = size;
        else if (Symbol is { } symbol)
            proto.DimParam = symbol;
        return proto;
    }
}
