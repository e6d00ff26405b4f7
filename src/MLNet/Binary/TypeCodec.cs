namespace Microsoft.ML.Data.IO;

/// <summary>Writes and reads column types.</summary>
internal static class TypeCodec
{
    private const byte Primitive = 0;
    private const byte Key = 1;
    private const byte Vector = 2;

    private static readonly PrimitiveDataViewType[] _primitives =
    [
        NumberDataViewType.SByte, NumberDataViewType.Byte, NumberDataViewType.Int16, NumberDataViewType.UInt16, NumberDataViewType.Int32,
        NumberDataViewType.UInt32, NumberDataViewType.Int64, NumberDataViewType.UInt64, NumberDataViewType.Single, NumberDataViewType.Double,
        TextDataViewType.Instance, BooleanDataViewType.Instance, TimeSpanDataViewType.Instance, DateTimeDataViewType.Instance,
        DateTimeOffsetDataViewType.Instance, RowIdDataViewType.Instance,
    ];

    /// <summary>Whether columns of the type can be written.</summary>
    public static bool Supports(DataViewType type) =>
        type.GetItemType() is KeyDataViewType || Array.IndexOf(_primitives, type.GetItemType()) >= 0;

    public static void Write(BinaryWriter writer, DataViewType type)
    {
        switch (type)
        {
            case VectorDataViewType vector:
                writer.Write(Vector);
                Write(writer, vector.ItemType);
                writer.Write((byte)vector.Dimensions.Length);
                foreach (var dimension in vector.Dimensions)
                    writer.Write(dimension);
                break;
            case KeyDataViewType key:
                writer.Write(Key);
                writer.Write(IndexOf(DataViewTypeExtensions.PrimitiveFromRaw(key.RawType)));
                writer.Write(key.Count);
                break;
            default:
                writer.Write(Primitive);
                writer.Write(IndexOf(type));
                break;
        }
    }

    public static DataViewType Read(BinaryReader reader)
    {
        switch (reader.ReadByte())
        {
            case Primitive:
                return At(reader.ReadByte());
            case Key:
                return new KeyDataViewType(At(reader.ReadByte()).RawType, reader.ReadUInt64());
            case Vector when Read(reader) is PrimitiveDataViewType item:
                var dimensions = new int[reader.ReadByte()];
                for (var i = 0; i < dimensions.Length; i++)
                    dimensions[i] = reader.ReadInt32();
                return new VectorDataViewType(item, dimensions);
            default:
                throw new FormatException("The binary data are damaged: a column has an unknown type.");
        }
    }

    private static byte IndexOf(DataViewType type)
    {
        var index = Array.IndexOf(_primitives, type);
        return index >= 0 ? (byte)index : throw new NotSupportedException($"Columns of type {type} cannot be saved: drop them first.");
    }

    private static PrimitiveDataViewType At(byte index) =>
        index < _primitives.Length ? _primitives[index] : throw new FormatException($"The binary data are damaged: there is no type {index}.");
}
