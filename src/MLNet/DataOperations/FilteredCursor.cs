namespace Microsoft.ML.Data;

/// <summary>Passes over rows for which a test is false.</summary>
internal sealed class FilteredCursor : ForwardingCursor
{
    private readonly Func<bool> _test;

    public FilteredCursor(DataViewRowCursor input, Func<DataViewRow, Func<bool>> bind) : base(input) => _test = bind(input);

    protected override bool MoveNextCore()
    {
        while (Input.MoveNext())
            if (_test())
                return true;
        return false;
    }
}
