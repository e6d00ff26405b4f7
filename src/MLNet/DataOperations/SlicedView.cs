namespace Microsoft.ML.Data;

/// <summary>A run of a view's rows: some skipped, at most so many taken.</summary>
internal sealed class SlicedView(IDataView source, long skip, long take) : IDataView
{
    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => source.GetRowCount() is { } count ? Math.Min(take, Math.Max(0, count - skip)) : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded), skip, take);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewRowCursor input, long skip, long take) : ForwardingCursor(input)
    {
        private long _skip = skip;
        private long _take = take;

        protected override bool MoveNextCore()
        {
            if (_take <= 0)
                return false;
            for (; _skip > 0; _skip--)
                if (!Input.MoveNext())
                    return false;
            _take--;
            return Input.MoveNext();
        }
    }
}
