using System.Text;

namespace Microsoft.ML.Data.IO;

/// <summary>
/// Data with their types as bytes: a header with the columns and annotations; blocks of rows, column by column;
/// an empty block; and the number of rows.
/// </summary>
internal static class BinaryFormat
{
    private const int RowsPerBlock = 1024;

    private static readonly byte[] _magic = "ML.NET data v1\n\0"u8.ToArray();

    /// <summary>Writes a view and leaves the stream open.</summary>
    public static void Write(IDataView data, Stream stream, bool keepHidden)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var columns = data.Schema.Where(column => keepHidden || !column.IsHidden).ToArray();
        writer.Write(_magic);
        WriteColumns(writer, columns);
        using var cursor = data.GetRowCursor(columns);
        var writers = Array.ConvertAll(columns, column => ValueCodec.Make(column.Type).MakeWriter(cursor.GetGetter(column)));
        writer.Write(WriteBlocks(writer, cursor, writers));
    }

    /// <summary>Reads the schema at the start of a stream.</summary>
    public static DataViewSchema ReadSchema(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(_magic.Length).AsSpan().SequenceEqual(_magic))
                throw new FormatException("These are no binary data of ML.NET's built-in subset: the first bytes differ.");
            var builder = new DataViewSchema.Builder();
            var count = reader.ReadInt32();
            for (var i = 0; i < count; i++)
                builder.AddColumn(reader.ReadString(), TypeCodec.Read(reader), ReadAnnotations(reader));
            return builder.ToSchema();
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            throw new FormatException("The binary data are damaged: their header ends too early or names impossible types.", e);
        }
    }

    /// <summary>Reads the number of rows at the end of a stream that can seek.</summary>
    public static long ReadRowCount(Stream stream)
    {
        if (stream.Length < sizeof(long))
            throw new FormatException("The binary data are damaged: they end before the number of rows.");
        stream.Seek(-sizeof(long), SeekOrigin.End);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var count = reader.ReadInt64();
        return count >= 0 ? count : throw new FormatException($"The binary data are damaged: they claim {count} rows.");
    }

    private static void WriteColumns(BinaryWriter writer, DataViewSchema.Column[] columns)
    {
        writer.Write(columns.Length);
        foreach (var column in columns)
        {
            writer.Write(column.Name);
            TypeCodec.Write(writer, column.Type);
            var annotations = column.Annotations.Schema.Where(annotation => TypeCodec.Supports(annotation.Type)).ToArray();
            writer.Write(annotations.Length);
            foreach (var annotation in annotations)
            {
                writer.Write(annotation.Name);
                TypeCodec.Write(writer, annotation.Type);
                ValueCodec.Make(annotation.Type).MakeWriter(column.Annotations.GetterAt(annotation.Index))(writer);
            }
        }
    }

    private static DataViewSchema.Annotations ReadAnnotations(BinaryReader reader)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        var count = reader.ReadInt32();
        for (var i = 0; i < count; i++)
        {
            var name = reader.ReadString();
            var type = TypeCodec.Read(reader);
            var slot = ValueCodec.Make(type).MakeSlot();
            slot.Read(reader);
            builder.Add(name, type, slot.Getter);
        }
        return builder.ToAnnotations();
    }

    private static long WriteBlocks(BinaryWriter writer, DataViewRowCursor cursor, Action<BinaryWriter>[] writers)
    {
        var blocks = Array.ConvertAll(writers, _ => new BinaryWriter(new MemoryStream()));
        var total = 0L;
        int rows;
        do
        {
            for (rows = 0; rows < RowsPerBlock && cursor.MoveNext(); rows++)
                for (var i = 0; i < writers.Length; i++)
                    writers[i](blocks[i]);
            writer.Write(rows);
            foreach (var block in blocks)
                WriteBlock(writer, block);
            total += rows;
        }
        while (rows > 0);
        return total;
    }

    private static void WriteBlock(BinaryWriter writer, BinaryWriter block)
    {
        var memory = (MemoryStream)block.BaseStream;
        writer.Write((int)memory.Length);
        writer.Write(memory.GetBuffer(), 0, (int)memory.Length);
        memory.SetLength(0);
    }
}
