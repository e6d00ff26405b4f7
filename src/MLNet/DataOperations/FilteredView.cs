namespace Microsoft.ML.Data;

/// <summary>The rows of a view for which a test that looks at some columns is true.</summary>
/// <param name="source">The rows to choose from.</param>
/// <param name="columns">The columns that the test looks at.</param>
/// <param name="bind">Makes the test of a row's present values; called once per cursor.</param>
internal sealed class FilteredView(IDataView source, DataViewSchema.Column[] columns, Func<DataViewRow, Func<bool>> bind) : IDataView
{
    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => source.CanShuffle;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = Schema.ActiveSet(columnsNeeded);
        return new FilteredCursor(source.GetRowCursor(WithTested(active), rand), active, bind);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null)
    {
        var active = Schema.ActiveSet(columnsNeeded);
        return Array.ConvertAll(
            source.GetRowCursorSet(WithTested(active), n, rand),
            DataViewRowCursor (cursor) => new FilteredCursor(cursor, active, bind));
    }

    private IEnumerable<DataViewSchema.Column> WithTested(bool[] active) =>
        Schema.Where(column => active[column.Index] || Array.Exists(columns, tested => tested.Index == column.Index));
}
