using System.Runtime.InteropServices;
using Google.Protobuf;

namespace MlNetDigits.Networks.Onnx;

/// <summary>Reads tensors, whose elements may stand in any of seven fields.</summary>
internal static class OnnxTensorReader
{
    public static OnnxTensor Read(TensorProto proto)
    {
        if (proto.DataLocation != 0)
            throw new InvalidDataException($"The tensor '{proto.Name}' stands in another file. Save the model with its weights inside.");

        int size = Size((OnnxElementType)proto.DataType);
        if (size > 0)
        {
            if (!proto.HasRawData)
                Pack(proto, size);
            Check(proto, size);
        }

        return new OnnxTensor(proto);
    }

    private static void Pack(TensorProto proto, int size)
    {
        byte[] bytes = (OnnxElementType)proto.DataType switch
        {
            OnnxElementType.Float => MemoryMarshal.AsBytes<float>(proto.FloatData.ToArray()).ToArray(),
            OnnxElementType.Double => MemoryMarshal.AsBytes<double>(proto.DoubleData.ToArray()).ToArray(),
            _ => Pack([.. proto.Int32Data, .. proto.Int64Data, .. proto.Uint64Data.Select(value => (long)value)], size),
        };
        proto.FloatData.Clear();
        proto.DoubleData.Clear();
        proto.Int32Data.Clear();
        proto.Int64Data.Clear();
        proto.Uint64Data.Clear();
        if (bytes.Length > 0)
            proto.RawData = UnsafeByteOperations.UnsafeWrap(bytes);
    }

    private static byte[] Pack(long[] integers, int size)
    {
        var bytes = new byte[integers.Length * size];
        for (var i = 0; i < integers.Length; i++)
            BitConverter.GetBytes(integers[i]).AsSpan(0, size).CopyTo(bytes.AsSpan(i * size));
        return bytes;
    }

    private static void Check(TensorProto proto, int size)
    {
        var elements = 1L;
        foreach (var dimension in proto.Dims)
            if (dimension < 0 || (elements = Math.BigMul(elements, dimension, out var low) == 0 && low >= 0 ? low : -1) < 0)
                throw new InvalidDataException($"The tensor '{proto.Name}' has the impossible shape [{string.Join(", ", proto.Dims)}].");

        int found = (OnnxElementType)proto.DataType == OnnxElementType.String ? proto.StringData.Count : proto.RawData.Length;
        if (found != (Int128)elements * size)
            throw new InvalidDataException($"The tensor '{proto.Name}' of shape [{string.Join(", ", proto.Dims)}] takes {(Int128)elements * size} bytes or strings, found {found}.");
    }

    /// <summary>Bytes of one element, 1 for text, 0 for types this reader passes through.</summary>
    private static int Size(OnnxElementType elementType) => elementType switch
    {
        OnnxElementType.UInt8 or OnnxElementType.Int8 or OnnxElementType.Bool or OnnxElementType.String => 1,
        OnnxElementType.UInt16 or OnnxElementType.Int16 or OnnxElementType.Float16 => 2,
        OnnxElementType.Float or OnnxElementType.Int32 or OnnxElementType.UInt32 => 4,
        OnnxElementType.Double or OnnxElementType.Int64 or OnnxElementType.UInt64 => 8,
        _ => 0,
    };
}
