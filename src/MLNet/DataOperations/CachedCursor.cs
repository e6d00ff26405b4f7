namespace Microsoft.ML.Data;

/// <summary>Walks rows in memory, having more of them read when it comes to their end.</summary>
internal sealed class CachedCursor : BufferedCursor
{
    private readonly CacheFiller[] _fillers;
    private readonly int[] _order;
    private int _next;

    /// <summary>Walks in order, or at random after reading all rows when <paramref name="rand"/> is given.</summary>
    public CachedCursor(DataViewSchema schema, ColumnBuffer[] buffers, CacheFiller[] fillers, Random rand) : base(schema, buffers)
    {
        _fillers = fillers;
        if (rand is null)
            return;
        foreach (var filler in fillers)
            filler.Reach(int.MaxValue - 1);
        _order = [.. Enumerable.Range(0, fillers[0].Count)];
        rand.Shuffle(_order);
    }

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)Slot, 0);

    protected override int NextSlot()
    {
        var row = _next;
        if (_order is not null)
        {
            if (row >= _order.Length)
                return -1;
            _next++;
            return _order[row];
        }
        foreach (var filler in _fillers)
            if (!filler.Reach(row))
                return -1;
        _next++;
        return row;
    }
}
