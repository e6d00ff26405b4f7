namespace Microsoft.ML.Data.IO;

/// <summary>Data in a binary file, read block by block; only the columns needed are read.</summary>
internal sealed class BinaryView : IDataView
{
    private readonly Func<Stream> _open;
    private readonly long _rowCount;
    private readonly long _start;

    public BinaryView(Func<Stream> open)
    {
        _open = open;
        using var stream = open();
        Schema = BinaryFormat.ReadSchema(stream);
        _start = stream.Position;
        _rowCount = BinaryFormat.ReadRowCount(stream);
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rowCount;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = Schema.ActiveSet(columnsNeeded);
        var stream = _open();
        stream.Position = _start;
        return new BinaryCursor(Schema, stream, active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
