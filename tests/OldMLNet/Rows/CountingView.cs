namespace MLNet.Tests.Rows;

/// <summary>A user's own data view: the numbers from 0 on, in a column "Number".</summary>
internal sealed class CountingView(int count) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema { get; } = MakeSchema();

    public List<string> ColumnsAsked { get; } = [];

    public long? GetRowCount() => count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        ColumnsAsked.Add(string.Join(" ", columnsNeeded.Select(column => column.Name)));
        return new Cursor(Schema, count);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static DataViewSchema MakeSchema()
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Number", NumberDataViewType.Int64);
        builder.AddColumn("Unused", NumberDataViewType.Int64);
        return builder.ToSchema();
    }

    private sealed class Cursor(DataViewSchema schema, int count) : DataViewRowCursor
    {
        private long _position = -1;

        public override DataViewSchema Schema => schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool MoveNext() => ++_position < count;

        public override bool IsColumnActive(DataViewSchema.Column column) => column.Name == "Number";

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            (ValueGetter<TValue>)(Delegate)(ValueGetter<long>)((ref long value) => value = _position);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);
    }
}
