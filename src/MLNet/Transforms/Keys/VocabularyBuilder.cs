using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms;

/// <summary>Collects the distinct values of a column.</summary>
internal abstract class VocabularyBuilder
{
    /// <summary>Makes a builder for the values of a column's items, of at most <paramref name="maximum"/> values.</summary>
    public static VocabularyBuilder Create(DataViewSchema.Column column, int maximum)
    {
        var item = column.Type.GetItemType() as PrimitiveDataViewType
            ?? throw SchemaErrors.Mismatch("inputSchema", "input", column.Name, "a plain type or a vector of one", $"{column.Type}");
        return (VocabularyBuilder)Activator.CreateInstance(typeof(VocabularyBuilder<>).MakeGenericType(item.RawType), item, maximum);
    }

    /// <summary>Whether further values would be ignored.</summary>
    public abstract bool IsFull { get; }

    /// <summary>Makes the action that adds the row's present values.</summary>
    public abstract Action Bind(DataViewRow row, DataViewSchema.Column column);

    /// <summary>Makes the vocabulary, in order of occurrence or sorted.</summary>
    public abstract Vocabulary Build(bool sorted);

    /// <summary>Collects the values of several columns in one pass that ends once all builders are full.</summary>
    public static void Collect(IDataView data, DataViewSchema.Column[] columns, VocabularyBuilder[] builders)
    {
        using var cursor = data.GetRowCursor(columns.DistinctBy(column => column.Index));
        var adds = builders.Zip(columns, (builder, column) => builder.Bind(cursor, column)).ToArray();
        while (!Array.TrueForAll(builders, builder => builder.IsFull) && cursor.MoveNext())
            foreach (var add in adds)
                add();
    }
}
