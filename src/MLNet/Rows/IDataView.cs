namespace Microsoft.ML;

/// <summary>Rows with a schema, read lazily through cursors.</summary>
public interface IDataView
{
    /// <summary>Whether cursors may deliver rows in random order.</summary>
    bool CanShuffle { get; }

    /// <summary>The columns.</summary>
    DataViewSchema Schema { get; }

    /// <summary>The number of rows, or null when that is not known.</summary>
    long? GetRowCount();

    /// <summary>Opens a cursor over the rows.</summary>
    /// <param name="columnsNeeded">The columns that will be read.</param>
    /// <param name="rand">Where shuffling takes its order from. <value>null: no shuffling.</value></param>
    DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null);

    /// <summary>Opens at most <paramref name="n"/> cursors that share the rows between them.</summary>
    DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null);
}
