namespace Microsoft.ML.Data;

/// <summary>The rows whose number in [0,1), drawn per row or hashed from a column, lies in a range or outside it.</summary>
/// <param name="source">The rows to choose from.</param>
/// <param name="key">The column to hash, or null to draw.</param>
/// <param name="seed">Where drawing or hashing starts.</param>
/// <param name="lower">The least number in the range.</param>
/// <param name="upper">The number that ends the range, itself not in it.</param>
/// <param name="outside">Whether the rows outside the range are kept instead.</param>
internal sealed class SplitView(IDataView source, DataViewSchema.Column? key, int seed, double lower, double upper, bool outside) : IDataView
{
    public DataViewSchema Schema => source.Schema;

    /// <summary>Numbers drawn belong to rows in their first order only; hashes belong to them in any.</summary>
    public bool CanShuffle => key is not null && source.CanShuffle;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = Schema.ActiveSet(columnsNeeded);
        var needed = Schema.Where(column => active[column.Index] || column.Index == key?.Index);
        return new FilteredCursor(source.GetRowCursor(needed, CanShuffle ? rand : null), active, Bind);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private Func<bool> Bind(DataViewRow row)
    {
        var rand = new Random(seed);
        var number = key is { } column ? RowHash.Fraction(row, column, seed) : rand.NextDouble;
        return () => number() is var x && (lower <= x && x < upper) != outside;
    }
}
