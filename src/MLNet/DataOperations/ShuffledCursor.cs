namespace Microsoft.ML.Data;

/// <summary>Gives a random row of a pool and puts the source's next row in its place.</summary>
internal sealed class ShuffledCursor : BufferedCursor
{
    private readonly DataViewRowCursor _source;
    private readonly ColumnBuffer[] _buffers;
    private readonly int _poolSize;
    private readonly Random _rand;
    private readonly ValueGetter<DataViewRowId> _sourceId;
    private readonly List<DataViewRowId> _ids = [];
    private int _given = -1;
    private int _filled;
    private bool _exhausted;

    public ShuffledCursor(DataViewRowCursor source, DataViewSchema.Column[] columns, int poolSize, Random rand)
        : this(source, BuffersOf(source, columns), poolSize, rand)
    {
    }

    private ShuffledCursor(DataViewRowCursor source, ColumnBuffer[] buffers, int poolSize, Random rand) : base(source.Schema, buffers)
    {
        _source = source;
        _buffers = [.. buffers.Where(buffer => buffer is not null)];
        _poolSize = poolSize;
        _rand = rand;
        _sourceId = source.GetIdGetter();
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = _ids[Slot];

    protected override int NextSlot()
    {
        Replace();
        while (_filled < _poolSize && Load(_filled))
            _filled++;
        return _given = _filled == 0 ? -1 : _rand.Next(_filled);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }

    private void Replace()
    {
        if (_given < 0 || Load(_given))
            return;
        _filled--;
        foreach (var buffer in _buffers)
            buffer.Swap(_given, _filled);
        (_ids[_given], _ids[_filled]) = (_ids[_filled], _ids[_given]);
    }

    private bool Load(int slot)
    {
        _exhausted = _exhausted || !_source.MoveNext();
        if (_exhausted)
            return false;
        foreach (var buffer in _buffers)
            buffer.Load(slot);
        DataViewRowId id = default;
        _sourceId(ref id);
        if (slot == _ids.Count)
            _ids.Add(id);
        else
            _ids[slot] = id;
        return true;
    }

    private static ColumnBuffer[] BuffersOf(DataViewRowCursor source, DataViewSchema.Column[] columns)
    {
        var buffers = new ColumnBuffer[source.Schema.Count];
        foreach (var column in columns)
        {
            buffers[column.Index] = ColumnBuffer.Create(column);
            buffers[column.Index].Bind(source, column);
        }
        return buffers;
    }
}
