using System.Collections.Immutable;

namespace Microsoft.ML.Data;

/// <summary>The first rows of a data view, read into memory to be looked at.</summary>
public sealed partial class DataDebuggerPreview
{
    internal DataDebuggerPreview(IDataView data, int maxRows)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(maxRows);
        Schema = data.Schema;
        var rows = ImmutableArray.CreateBuilder<RowInfo>();
        using (var cursor = data.GetRowCursor(Schema))
        {
            var readers = Schema.Select(column => BoxedReader.Make(cursor, column)).ToArray();
            while (rows.Count < maxRows && cursor.MoveNext())
                rows.Add(new RowInfo([.. readers.Select((read, i) => KeyValuePair.Create(Schema[i].Name, read()))]));
        }
        RowView = rows.ToImmutable();
        ColumnView = [.. Schema.Select(column => new ColumnInfo(column, [.. RowView.Select(row => row.Values[column.Index].Value)]))];
    }

    /// <summary>The columns of the data.</summary>
    public DataViewSchema Schema { get; }

    /// <summary>The values column by column.</summary>
    public ImmutableArray<ColumnInfo> ColumnView { get; }

    /// <summary>The values row by row.</summary>
    public ImmutableArray<RowInfo> RowView { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Schema.Count} columns, {RowView.Length} rows";
}
