using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    /// <summary>Makes a data view of objects, enumerated anew on each pass.</summary>
    /// <param name="data">The objects, one per row.</param>
    /// <param name="schemaDefinition">How members become columns. <value>null: by their attributes.</value></param>
    /// <exception cref="ArgumentException">A member's type fits no column.</exception>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, SchemaDefinition schemaDefinition = null) where TRow : class =>
        new EnumerableView<TRow>(data, schemaDefinition);

    /// <summary>Makes a data view of objects, with the annotations of a schema's columns.</summary>
    /// <exception cref="InvalidOperationException">The class lacks a member for one of the columns.</exception>
    public IDataView LoadFromEnumerable<TRow>(IEnumerable<TRow> data, DataViewSchema schema) where TRow : class =>
        new EnumerableView<TRow>(data, MemberColumn.DefinitionFor(typeof(TRow), schema));

    /// <summary>Makes objects of a data view's rows, lazily.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="reuseRowObject">Whether one object serves all rows.</param>
    /// <param name="ignoreMissingColumns">Whether members without a column keep their values. <value>false</value></param>
    /// <param name="schemaDefinition">How columns become members. <value>null: by their attributes.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">A member's column is missing.</exception>
    /// <exception cref="InvalidOperationException">A column does not fit its member's type.</exception>
    public IEnumerable<TRow> CreateEnumerable<TRow>(IDataView data, bool reuseRowObject, bool ignoreMissingColumns = false, SchemaDefinition schemaDefinition = null)
        where TRow : class, new()
    {
        ArgumentNullException.ThrowIfNull(data);
        return Enumerate(data, new RowBinding<TRow>(data.Schema, ignoreMissingColumns, schemaDefinition), reuseRowObject);
    }

    private static IEnumerable<TRow> Enumerate<TRow>(IDataView data, RowBinding<TRow> binding, bool reuse) where TRow : class, new()
    {
        using var cursor = data.GetRowCursor(binding.Columns);
        var fill = binding.MakeFiller(cursor);
        TRow row = null;
        while (cursor.MoveNext())
        {
            if (row is null || !reuse)
                row = new TRow();
            fill(row);
            yield return row;
        }
    }
}
