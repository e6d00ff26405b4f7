namespace Microsoft.ML.Data;

/// <summary>Reads some columns of a view into memory, as far as anyone has needed them.</summary>
internal sealed class CacheFiller
{
    private readonly DataViewRowCursor _cursor;
    private readonly int[] _columns;
    private readonly ColumnBuffer[] _buffers;
    private readonly Lock _gate = new();
    private int _count;

    public CacheFiller(IDataView source, int[] columns)
    {
        _columns = columns;
        _cursor = source.GetRowCursor(columns.Select(column => source.Schema[column]));
        _buffers = Array.ConvertAll(columns, column => ColumnBuffer.Create(source.Schema[column]));
        for (var i = 0; i < columns.Length; i++)
            _buffers[i].Bind(_cursor, source.Schema[columns[i]]);
    }

    /// <summary>The number of rows in memory so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether all rows are in memory.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether reading threw, so that what is in memory ends too early.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The buffer of a column of the view, or null when this filler does not hold it.</summary>
    public ColumnBuffer BufferOf(int column) => Array.IndexOf(_columns, column) is var i and >= 0 ? _buffers[i] : null;

    /// <summary>Brings rows up to <paramref name="row"/> into memory; false when there are fewer.</summary>
    public bool Reach(int row)
    {
        if (row < Count)
            return true;
        lock (_gate)
        {
            while (_count <= row && !IsComplete)
                ReadNext();
            return row < _count;
        }
    }

    private void ReadNext()
    {
        if (HasFailed)
            throw new InvalidOperationException("The cached data could not be read to its end earlier; open a new cursor to try again.");
        try
        {
            if (!_cursor.MoveNext())
            {
                IsComplete = true;
                _cursor.Dispose();
                return;
            }
            foreach (var buffer in _buffers)
                buffer.Load(_count);
            Volatile.Write(ref _count, _count + 1);
        }
        catch
        {
            HasFailed = true;
            _cursor.Dispose();
            throw;
        }
    }
}
