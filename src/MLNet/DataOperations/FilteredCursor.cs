namespace Microsoft.ML.Data;

/// <summary>Passes over rows for which a test is false.</summary>
internal sealed class FilteredCursor : ForwardingCursor
{
    private readonly bool[] _active;
    private readonly Func<bool> _test;

    /// <summary>Gives the active columns only, though the test may look at others of the input.</summary>
    public FilteredCursor(DataViewRowCursor input, bool[] active, Func<DataViewRow, Func<bool>> bind) : base(input)
    {
        _active = active;
        _test = bind(input);
    }

    public override bool IsColumnActive(DataViewSchema.Column column) => _active[Schema[column.Index].Index];

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        IsColumnActive(column) ? base.GetGetter<TValue>(column) : RowExtensions.Cast<TValue>(null, column);

    protected override bool MoveNextCore()
    {
        while (Input.MoveNext())
            if (_test())
                return true;
        return false;
    }
}
