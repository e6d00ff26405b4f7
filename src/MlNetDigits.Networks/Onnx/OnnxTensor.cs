using System.Runtime.InteropServices;
using Google.Protobuf;

namespace MlNetDigits.Networks.Onnx;

/// <summary>A constant tensor: element type, dimensions and its little-endian bytes.</summary>
public sealed class OnnxTensor
{
    internal OnnxTensor(TensorProto proto)
    {
        Proto = proto;
        Strings = [.. proto.StringData.Select(text => text.ToStringUtf8())];
    }

    /// <summary>The name under which nodes refer to the tensor.</summary>
    public string Name => Proto.Name;

    /// <summary>The type of the elements.</summary>
    public OnnxElementType ElementType => (OnnxElementType)Proto.DataType;

    /// <summary>The dimensions, outermost first; none for a single number.</summary>
    public IReadOnlyList<long> Dimensions => Proto.Dims;

    /// <summary>The elements as little-endian bytes; empty for text.</summary>
    public ReadOnlyMemory<byte> Data => Proto.RawData.Memory;

    /// <summary>The elements of a text tensor; empty for numbers.</summary>
    public IReadOnlyList<string> Strings { get; }

    internal TensorProto Proto { get; }

    /// <summary>Makes a tensor of floats, outermost dimension first.</summary>
    /// <exception cref="ArgumentException">The number of values differs from the dimensions' product.</exception>
    public static OnnxTensor FromFloats(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<float> values) =>
        FromNumbers(name, OnnxElementType.Float, dimensions, values);

    /// <summary>Makes a tensor of 64-bit integers, outermost dimension first.</summary>
    /// <exception cref="ArgumentException">The number of values differs from the dimensions' product.</exception>
    public static OnnxTensor FromInt64s(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<long> values) =>
        FromNumbers(name, OnnxElementType.Int64, dimensions, values);

    /// <summary>Makes a tensor of text, outermost dimension first.</summary>
    /// <exception cref="ArgumentException">The number of values differs from the dimensions' product.</exception>
    public static OnnxTensor FromStrings(string name, ReadOnlySpan<int> dimensions, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);

        TensorProto proto = Start(name, OnnxElementType.String, dimensions, values.Count);
        proto.StringData.AddRange(values.Select(ByteString.CopyFromUtf8));
        return new OnnxTensor(proto);
    }

    /// <summary>Copies the elements of a float tensor.</summary>
    /// <exception cref="InvalidOperationException">The elements are not floats.</exception>
    public float[] ToFloats() => ToNumbers<float>(OnnxElementType.Float);

    /// <summary>Copies the elements of a tensor of 64-bit integers.</summary>
    /// <exception cref="InvalidOperationException">The elements are not 64-bit integers.</exception>
    public long[] ToInt64s() => ToNumbers<long>(OnnxElementType.Int64);

    internal OnnxTensor Renamed(string name)
    {
        TensorProto proto = Proto.Clone();
        proto.Name = name;
        return new OnnxTensor(proto);
    }

    private static OnnxTensor FromNumbers<T>(string name, OnnxElementType elementType, ReadOnlySpan<int> dimensions, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX tensors are little-endian; this processor is big-endian.");

        TensorProto proto = Start(name, elementType, dimensions, values.Length);
        if (!values.IsEmpty)
            proto.RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values));
        return new OnnxTensor(proto);
    }

    private static TensorProto Start(string name, OnnxElementType elementType, ReadOnlySpan<int> dimensions, int count)
    {
        ArgumentNullException.ThrowIfNull(name);

        var proto = new TensorProto { DataType = (int)elementType, Dims = { CheckedDimensions(name, dimensions, count) } };
        if (name.Length > 0)
            proto.Name = name;
        return proto;
    }

    private static long[] CheckedDimensions(string name, ReadOnlySpan<int> dimensions, int count)
    {
        var sizes = new long[dimensions.Length];
        var product = 1L;
        for (var i = 0; i < sizes.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimensions[i], nameof(dimensions));
            sizes[i] = dimensions[i];
            product = checked(product * sizes[i]);
        }

        if (product != count)
            throw new ArgumentException($"The tensor '{name}' of shape [{string.Join(", ", sizes)}] takes {product} values, got {count}.");

        return sizes;
    }

    private T[] ToNumbers<T>(OnnxElementType expected)
        where T : unmanaged
    {
        if (ElementType != expected)
            throw new InvalidOperationException($"The tensor '{Name}' holds {ElementType}, not {expected}.");

        return MemoryMarshal.Cast<byte, T>(Proto.RawData.Span).ToArray();
    }
}
