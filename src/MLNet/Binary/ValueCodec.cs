using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.ML.Data.IO;

/// <summary>Writes and reads the values of one column type.</summary>
internal abstract class ValueCodec
{
    /// <summary>Makes the codec of a column type.</summary>
    public static ValueCodec Make(DataViewType type)
    {
        if (type.GetItemType() is not PrimitiveDataViewType item)
            throw new NotSupportedException($"Columns of type {type} cannot be saved: drop them first.");
        return type is VectorDataViewType vector
            ? (ValueCodec)Activator.CreateInstance(typeof(VectorCodec<>).MakeGenericType(item.RawType), vector.Size)
            : (ValueCodec)Activator.CreateInstance(typeof(ScalarCodec<>).MakeGenericType(item.RawType));
    }

    /// <summary>A delegate that writes the column's value at the row wherever it is.</summary>
    public abstract Action<BinaryWriter> MakeWriter(Delegate getter);

    /// <summary>A place for the value that is read row by row.</summary>
    public abstract Slot MakeSlot();

    /// <summary>Holds the current value of a column that is read.</summary>
    public abstract class Slot
    {
        public abstract void Read(BinaryReader reader);

        /// <summary>A getter of the current value, typed by the column.</summary>
        public abstract Delegate Getter { get; }
    }

    private abstract class Codec<T> : ValueCodec
    {
        protected abstract void Write(BinaryWriter writer, ref T value);

        protected abstract void Read(BinaryReader reader, ref T value);

        public override Action<BinaryWriter> MakeWriter(Delegate getter)
        {
            var typed = (ValueGetter<T>)getter;
            T value = default;
            return writer =>
            {
                typed(ref value);
                Write(writer, ref value);
            };
        }

        public override Slot MakeSlot() => new TypedSlot(this);

        private sealed class TypedSlot(Codec<T> codec) : Slot
        {
            private T _value;

            public override void Read(BinaryReader reader) => codec.Read(reader, ref _value);

            public override Delegate Getter => (ValueGetter<T>)((ref T value) => ValueCopier<T>.Copy(in _value, ref value));
        }
    }

    private sealed class ScalarCodec<T> : Codec<T>
    {
        protected override void Write(BinaryWriter writer, ref T value) => ItemCodec<T>.Instance.Write(writer, new ReadOnlySpan<T>(in value));

        protected override void Read(BinaryReader reader, ref T value) => ItemCodec<T>.Instance.Read(reader, new Span<T>(ref value));
    }

    private sealed class VectorCodec<T>(int size) : Codec<VBuffer<T>>
    {
        protected override void Write(BinaryWriter writer, ref VBuffer<T> value)
        {
            writer.Write(value.Length);
            writer.Write(value.GetValues().Length);
            writer.Write(MemoryMarshal.AsBytes(value.GetIndices()));
            ItemCodec<T>.Instance.Write(writer, value.GetValues());
        }

        protected override void Read(BinaryReader reader, ref VBuffer<T> value)
        {
            var (length, count) = (reader.ReadInt32(), reader.ReadInt32());
            var width = RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? 1 : Unsafe.SizeOf<T>();
            if (length < 0 || count < 0 || count > length || (size > 0 && length != size) || (long)count * width > reader.BaseStream.Length - reader.BaseStream.Position)
                throw new FormatException($"The binary data are damaged: a vector of length {length} claims {count} values.");
            var editor = VBufferEditor.Create(ref value, length, count);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(editor.Indices));
            ItemCodec<T>.Instance.Read(reader, editor.Values);
            CheckIndices(editor.Indices, length);
            value = editor.Commit();
        }

        private static void CheckIndices(ReadOnlySpan<int> indices, int length)
        {
            var last = -1;
            foreach (var index in indices)
            {
                if (index <= last || index >= length)
                    throw new FormatException($"The binary data are damaged: index {index} follows {last} in a vector of length {length}.");
                last = index;
            }
        }
    }
}
