using System.Runtime.InteropServices;

namespace MlNetDigits.Networks.Onnx;

/// <summary>Reads tensors, whose elements may stand in any of seven fields.</summary>
internal static class OnnxTensorReader
{
    public static OnnxTensor Read(byte[] bytes)
    {
        var reader = new MessageReader(bytes);
        var name = "";
        var elementType = OnnxElementType.Undefined;
        var external = false;
        byte[]? raw = null;
        List<long> dimensions = [], integers = [];
        List<float> floats = [];
        List<double> doubles = [];
        List<string> strings = [];
        while (reader.Next(out var field))
            switch (field)
            {
                case 1: reader.Int64s(dimensions); break;
                case 2: elementType = (OnnxElementType)reader.Int64(); break;
                case 4: reader.Floats(floats); break;
                case 5 or 7 or 11: reader.Int64s(integers); break;
                case 6: strings.Add(reader.String()); break;
                case 8: name = reader.String(); break;
                case 9: raw = reader.Bytes(); break;
                case 10: reader.Doubles(doubles); break;
                case 14: external = reader.Int64() != 0; break;
                default: reader.Keep(); break;
            }

        if (external)
            throw new InvalidDataException($"The tensor '{name}' stands in another file. Save the model with its weights inside.");

        var data = raw ?? Pack(elementType, floats, doubles, integers);
        Check(name, elementType, dimensions, data.Length, strings.Count);
        return new OnnxTensor(name, elementType, [.. dimensions], data, strings, reader.Unknown);
    }

    private static byte[] Pack(OnnxElementType elementType, List<float> floats, List<double> doubles, List<long> integers)
    {
        if (elementType == OnnxElementType.Float)
            return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(floats)).ToArray();
        if (elementType == OnnxElementType.Double)
            return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(doubles)).ToArray();

        var size = Size(elementType);
        var bytes = new byte[integers.Count * size];
        for (var i = 0; i < integers.Count; i++)
            BitConverter.GetBytes(integers[i]).AsSpan(0, size).CopyTo(bytes.AsSpan(i * size));
        return bytes;
    }

    private static void Check(string name, OnnxElementType elementType, List<long> dimensions, long bytes, int strings)
    {
        var elements = 1L;
        foreach (var dimension in dimensions)
            if (dimension < 0 || (elements = Math.BigMul(elements, dimension, out var low) == 0 && low >= 0 ? low : -1) < 0)
                throw new InvalidDataException($"The tensor '{name}' has the impossible shape [{string.Join(", ", dimensions)}].");

        var found = elementType == OnnxElementType.String ? strings : bytes;
        var expected = elementType == OnnxElementType.String ? elements : (Int128)elements * Size(elementType);
        if (Size(elementType) > 0 && found != expected)
            throw new InvalidDataException($"The tensor '{name}' of shape [{string.Join(", ", dimensions)}] takes {expected} bytes or strings, found {found}.");
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
