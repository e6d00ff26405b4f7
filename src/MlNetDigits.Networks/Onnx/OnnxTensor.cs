using System.Runtime.InteropServices;

namespace MlNetDigits.Networks.Onnx;

/// <summary>A constant tensor: element type, dimensions and its little-endian bytes.</summary>
public sealed class OnnxTensor
{
    private readonly byte[] _data;
    private readonly byte[] _unknown;

    internal OnnxTensor(string name, OnnxElementType elementType, long[] dimensions, byte[] data, IReadOnlyList<string>? strings = null, byte[]? unknown = null)
    {
        (Name, ElementType, Dimensions) = (name, elementType, dimensions);
        (_data, Strings, _unknown) = (data, strings ?? [], unknown ?? []);
    }

    /// <summary>The name under which nodes refer to the tensor.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public OnnxElementType ElementType { get; }

    /// <summary>The dimensions, outermost first; none for a single number.</summary>
    public IReadOnlyList<long> Dimensions { get; }

    /// <summary>The elements as little-endian bytes; empty for text.</summary>
    public ReadOnlyMemory<byte> Data => _data;

    /// <summary>The elements of a text tensor; empty for numbers.</summary>
    public IReadOnlyList<string> Strings { get; }

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

        return new OnnxTensor(name, OnnxElementType.String, CheckedDimensions(name, dimensions, values.Count), [], [.. values]);
    }

    /// <summary>Copies the elements of a float tensor.</summary>
    /// <exception cref="InvalidOperationException">The elements are not floats.</exception>
    public float[] ToFloats() => ToNumbers<float>(OnnxElementType.Float);

    /// <summary>Copies the elements of a tensor of 64-bit integers.</summary>
    /// <exception cref="InvalidOperationException">The elements are not 64-bit integers.</exception>
    public long[] ToInt64s() => ToNumbers<long>(OnnxElementType.Int64);

    internal OnnxTensor Renamed(string name) => new(name, ElementType, [.. Dimensions], _data, Strings, _unknown);

    internal static OnnxTensor Read(byte[] bytes) => OnnxTensorReader.Read(bytes);

    internal void Write(MessageWriter writer)
    {
        foreach (var dimension in Dimensions)
            writer.Int64(1, dimension);
        writer.Int64(2, (long)ElementType);
        foreach (var text in Strings)
            writer.String(6, text);
        writer.OptionalString(8, Name);
        if (_data.Length > 0)
            writer.Bytes(9, _data);
        writer.Raw(_unknown);
    }

    private static OnnxTensor FromNumbers<T>(string name, OnnxElementType elementType, ReadOnlySpan<int> dimensions, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX tensors are little-endian; this processor is big-endian.");

        return new OnnxTensor(name, elementType, CheckedDimensions(name, dimensions, values.Length), MemoryMarshal.AsBytes(values).ToArray());
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

        return MemoryMarshal.Cast<byte, T>(_data).ToArray();
    }
}
