using Microsoft.ML.Data;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Reads ahead a batch of rows, scores it in one run and walks over it.</summary>
internal sealed class OnnxCursor : BufferedCursor
{
    private const int FirstBatch = 8;
    private const int LargestBatch = 32;

    private readonly DataViewRowCursor _source;
    private readonly OnnxBatch _batch;
    private readonly ColumnBuffer[] _passed;
    private readonly ValueGetter<DataViewRowId> _sourceId;
    private readonly DataViewRowId[] _ids = new DataViewRowId[LargestBatch];
    private int _size = FirstBatch / 2;
    private int _next;
    private int _loaded;
    private bool _ended;

    public OnnxCursor(OnnxRowMapper mapper, DataViewRowCursor source, bool[] active)
        : this(mapper, source, PassedColumns(source, active), mapper.MakeBatch(source, active.AsSpan(source.Schema.Count), LargestBatch, out var fetches), fetches)
    {
    }

    private OnnxCursor(OnnxRowMapper mapper, DataViewRowCursor source, ColumnBuffer[] passed, OnnxBatch batch, OnnxFetch[] fetches)
        : base(mapper.OutputSchema, [.. passed, .. fetches.Select(fetch => fetch is null ? null : new FetchedColumn(fetch))])
    {
        _source = source;
        _batch = batch;
        _passed = [.. passed.Where(buffer => buffer is not null)];
        _sourceId = source.GetIdGetter();
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = _ids[Slot];

    protected override int NextSlot()
    {
        if (_next == _loaded)
            LoadBatch();
        return _next < _loaded ? _next++ : -1;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _batch.Dispose();
            _source.Dispose();
        }
        base.Dispose(disposing);
    }

    private void LoadBatch()
    {
        // Small batches first: whoever wants a few rows does not wait for many.
        _size = Math.Min(2 * _size, LargestBatch);
        _next = _loaded = 0;
        while (_loaded < _size && !_ended)
        {
            if (_ended = !_source.MoveNext())
                break;
            _batch.Load(_loaded);
            foreach (var column in _passed)
                column.Load(_loaded);
            _sourceId(ref _ids[_loaded]);
            _loaded++;
        }
        if (_loaded > 0)
            _batch.Run(_loaded);
    }

    private static ColumnBuffer[] PassedColumns(DataViewRowCursor source, bool[] active)
    {
        var buffers = new ColumnBuffer[source.Schema.Count];
        foreach (var column in source.Schema)
            if (active[column.Index])
            {
                buffers[column.Index] = ColumnBuffer.Create(column);
                buffers[column.Index].Bind(source, column);
            }
        return buffers;
    }

    /// <summary>An output column among the buffers; the batch fills it.</summary>
    private sealed class FetchedColumn(OnnxFetch fetch) : ColumnBuffer
    {
        public override Delegate CreateGetter(BufferedCursor cursor) => fetch.MakeGetter(() => cursor.Slot);

        public override void Bind(DataViewRow row, DataViewSchema.Column column) => throw new NotSupportedException();

        public override void Load(int slot) => throw new NotSupportedException();

        public override void Swap(int first, int second) => throw new NotSupportedException();
    }
}
