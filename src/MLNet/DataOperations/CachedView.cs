namespace Microsoft.ML.Data;

/// <summary>A view that keeps each column in memory once some cursor has asked for it.</summary>
internal sealed class CachedView : IDataView
{
    private readonly IDataView _source;
    private readonly int[] _prefetch;
    private readonly CacheFiller[] _fillers;
    private readonly Lock _gate = new();
    private CacheFiller _rowsOnly;

    /// <summary>Caches lazily; the columns at the places in <paramref name="prefetch"/> with the first that is asked for.</summary>
    public CachedView(IDataView source, int[] prefetch)
    {
        _source = source;
        _prefetch = prefetch;
        _fillers = new CacheFiller[source.Schema.Count];
    }

    public DataViewSchema Schema => _source.Schema;

    public bool CanShuffle => true;

    public long? GetRowCount() => _source.GetRowCount() ?? KnownCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = Schema.ActiveSet(columnsNeeded);
        var fillers = FillersOf(active);
        var buffers = new ColumnBuffer[active.Length];
        for (var i = 0; i < active.Length; i++)
            buffers[i] = active[i] ? fillers.Select(filler => filler.BufferOf(i)).First(buffer => buffer is not null) : null;
        return new CachedCursor(Schema, buffers, fillers, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private CacheFiller[] FillersOf(bool[] active)
    {
        lock (_gate)
        {
            var missing = Enumerable.Range(0, active.Length).Where(i => active[i] && !IsUsable(_fillers[i])).ToArray();
            if (missing.Length > 0 || !Array.Exists(_fillers, IsUsable) && !IsUsable(_rowsOnly))
                Fill([.. missing.Union(_prefetch.Where(i => !IsUsable(_fillers[i])))]);
            var needed = _fillers.Where((_, i) => active[i]).Distinct().ToArray();
            return needed.Length > 0 ? needed : [_fillers.FirstOrDefault(IsUsable) ?? _rowsOnly];
        }
    }

    private void Fill(int[] columns)
    {
        var filler = new CacheFiller(_source, columns);
        foreach (var column in columns)
            _fillers[column] = filler;
        if (columns.Length == 0)
            _rowsOnly = filler;
    }

    private long? KnownCount()
    {
        lock (_gate)
            return _fillers.Append(_rowsOnly).FirstOrDefault(filler => filler?.IsComplete == true)?.Count;
    }

    private static bool IsUsable(CacheFiller filler) => filler is { HasFailed: false };
}
