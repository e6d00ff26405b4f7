namespace Microsoft.ML.Data;

/// <summary>Objects of one class as a data view; each pass enumerates them anew.</summary>
internal sealed class EnumerableView<TRow> : IDataView where TRow : class
{
    private readonly IEnumerable<TRow> _rows;
    private readonly TypedColumns<TRow> _columns;

    public EnumerableView(IEnumerable<TRow> rows, SchemaDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _rows = rows;
        _columns = TypedColumns<TRow>.Of(definition);
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema => _columns.Schema;

    public long? GetRowCount() => (_rows as ICollection<TRow>)?.Count ?? (_rows as IReadOnlyCollection<TRow>)?.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(_rows.GetEnumerator(), new TypedRow<TRow>(_columns), Schema.ActiveSet(columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(IEnumerator<TRow> rows, TypedRow<TRow> row, bool[] active) : DataViewRowCursor
    {
        public override DataViewSchema Schema => row.Schema;

        public override long Position => row.Position;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            if (!rows.MoveNext())
                return false;
            row.Current = rows.Current ?? throw new InvalidOperationException($"The object at position {row.Position + 1} is null; leave out rows without data.");
            return true;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active[column.Index];

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            active[column.Index] ? row.GetGetter<TValue>(column) : RowExtensions.Cast<TValue>(null, column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rows.Dispose();
            base.Dispose(disposing);
        }
    }
}
