namespace Microsoft.ML.Data;

/// <summary>An input row with the columns that a mapper adds.</summary>
internal sealed class MappedRow : DataViewRow
{
    private readonly DataViewRow _input;
    private readonly bool[] _active;
    private readonly Delegate[] _added;
    private readonly Action _dispose;

    public MappedRow(RowMapper mapper, DataViewRow input, bool[] active)
    {
        _input = input;
        _active = active;
        Schema = mapper.OutputSchema;
        _added = mapper.MakeGetters(input, active.AsSpan(mapper.InputSchema.Count), out _dispose);
    }

    public override DataViewSchema Schema { get; }

    public override long Position => _input.Position;

    public override long Batch => _input.Batch;

    public override ValueGetter<DataViewRowId> GetIdGetter() => _input.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => _active[column.Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        if (!_active[column.Index])
            return RowExtensions.Cast<TValue>(null, column);
        var added = column.Index - (Schema.Count - _added.Length);
        return added < 0
            ? _input.GetGetter<TValue>(_input.Schema[column.Index])
            : RowExtensions.Cast<TValue>(_added[added], column);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _dispose?.Invoke();
            _input.Dispose();
        }
        base.Dispose(disposing);
    }
}
