using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;

namespace Microsoft.ML.Transforms;

/// <summary>The values that keys stand for, in the order of the keys.</summary>
internal abstract class Vocabulary(PrimitiveDataViewType itemType)
{
    /// <summary>The type of the values.</summary>
    public PrimitiveDataViewType ItemType { get; } = itemType;

    /// <summary>The number of values.</summary>
    public abstract int Count { get; }

    /// <summary>The type of the keys; with no values it still has one key, which never occurs.</summary>
    public KeyDataViewType KeyType => new(typeof(uint), Math.Max(1, Count));

    /// <summary>Makes the getter of the keys of a column's values; unknown values get 0.</summary>
    public abstract Delegate MakeGetter(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Adds the values as an annotation of the key column made from <paramref name="input"/>.</summary>
    public abstract void AddKeyValues(DataViewSchema.Annotations.Builder builder, DataViewSchema.Column input, bool asText);

    /// <summary>The values as text, in the order of the keys.</summary>
    public abstract IEnumerable<ReadOnlyMemory<char>> ToText();

    /// <summary>Writes the type and the values.</summary>
    public abstract void Save(BinaryWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static Vocabulary Load(ModelLoadContext context)
    {
        var type = TypeCodec.Read(context.Reader) as PrimitiveDataViewType ?? throw context.Invalid("its values are vectors");
        return GenericCall.Static<Vocabulary>(typeof(Vocabulary), nameof(LoadValues), [type.RawType], context, type);
    }

    private static Vocabulary<T> LoadValues<T>(ModelLoadContext context, PrimitiveDataViewType type)
    {
        var values = new T[context.ReadCount()];
        ItemCodec<T>.Instance.Read(context.Reader, values);
        return new Vocabulary<T>(type, values);
    }
}
