using System.Runtime.InteropServices;

namespace Microsoft.ML.Data.IO;

/// <summary>Writes and reads plain values of one type.</summary>
internal abstract class ItemCodec<T>
{
    public abstract void Write(BinaryWriter writer, ReadOnlySpan<T> values);

    public abstract void Read(BinaryReader reader, Span<T> values);

    /// <summary>The codec of the type.</summary>
    public static ItemCodec<T> Instance { get; } = (ItemCodec<T>)ItemCodecs.Make(typeof(T));
}

/// <summary>Makes the codecs of plain types.</summary>
internal static class ItemCodecs
{
    public static object Make(Type type)
    {
        if (type == typeof(ReadOnlyMemory<char>))
            return new TextCodec();
        if (type == typeof(DateTime))
            return new TicksCodec<DateTime>(value => (value.ToBinary(), 0), (ticks, _) => DateTime.FromBinary(ticks));
        if (type == typeof(DateTimeOffset))
            return new TicksCodec<DateTimeOffset>(value => (value.Ticks, value.Offset.Ticks), (ticks, offset) => new DateTimeOffset(ticks, new TimeSpan(offset)));
        return Activator.CreateInstance(typeof(BytesCodec<>).MakeGenericType(type));
    }

    private sealed class BytesCodec<T> : ItemCodec<T> where T : unmanaged
    {
        public override void Write(BinaryWriter writer, ReadOnlySpan<T> values) => writer.Write(MemoryMarshal.AsBytes(values));

        public override void Read(BinaryReader reader, Span<T> values) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    private sealed class TextCodec : ItemCodec<ReadOnlyMemory<char>>
    {
        public override void Write(BinaryWriter writer, ReadOnlySpan<ReadOnlyMemory<char>> values)
        {
            foreach (var text in values)
                writer.Write(text.ToString());
        }

        public override void Read(BinaryReader reader, Span<ReadOnlyMemory<char>> values)
        {
            foreach (ref var text in values)
                text = reader.ReadString().AsMemory();
        }
    }

    private sealed class TicksCodec<T>(Func<T, (long, long)> split, Func<long, long, T> join) : ItemCodec<T>
    {
        public override void Write(BinaryWriter writer, ReadOnlySpan<T> values)
        {
            foreach (var value in values)
            {
                var (first, second) = split(value);
                writer.Write(first);
                writer.Write(second);
            }
        }

        public override void Read(BinaryReader reader, Span<T> values)
        {
            foreach (ref var value in values)
                value = join(reader.ReadInt64(), reader.ReadInt64());
        }
    }
}
