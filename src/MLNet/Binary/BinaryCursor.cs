namespace Microsoft.ML.Data.IO;

/// <summary>Moves through the rows of a binary file.</summary>
internal sealed class BinaryCursor : DataViewRowCursor
{
    private readonly BinaryReader _reader;
    private readonly ValueCodec.Slot[] _slots;
    private readonly BinaryReader[] _blocks;
    private int _rowsLeft;
    private bool _ended;
    private long _position = -1;

    public BinaryCursor(DataViewSchema schema, Stream stream, bool[] active)
    {
        Schema = schema;
        _reader = new BinaryReader(stream);
        _slots = [.. schema.Select(column => active[column.Index] ? ValueCodec.Make(column.Type).MakeSlot() : null)];
        _blocks = new BinaryReader[_slots.Length];
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _position;

    public override long Batch => 0;

    public override bool IsColumnActive(DataViewSchema.Column column) => _slots[column.Index] is not null;

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        RowExtensions.Cast<TValue>(_slots[column.Index]?.Getter, column);

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);

    public override bool MoveNext()
    {
        try
        {
            if (_rowsLeft == 0 && !ReadBlock())
                return false;
            for (var i = 0; i < _slots.Length; i++)
                _slots[i]?.Read(_blocks[i]);
        }
        catch (EndOfStreamException e)
        {
            throw new FormatException($"The binary data are damaged: they end after row {_position}.", e);
        }
        _rowsLeft--;
        _position++;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _reader.Dispose();
        base.Dispose(disposing);
    }

    private bool ReadBlock()
    {
        if (_ended)
            return false;
        _rowsLeft = _reader.ReadInt32();
        _ended = _rowsLeft <= 0;
        if (_rowsLeft < 0)
            throw new FormatException($"The binary data are damaged: after row {_position} a block claims {_rowsLeft} rows.");
        for (var i = 0; i < _slots.Length && !_ended; i++)
        {
            var length = _reader.ReadInt32();
            var stream = _reader.BaseStream;
            if (length < 0 || length > stream.Length - stream.Position)
                throw new EndOfStreamException();
            if (_slots[i] is null)
                stream.Seek(length, SeekOrigin.Current);
            else
                _blocks[i] = new BinaryReader(new MemoryStream(_reader.ReadBytes(length)));
        }
        return !_ended;
    }
}
