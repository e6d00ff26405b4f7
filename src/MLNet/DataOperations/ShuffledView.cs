namespace Microsoft.ML.Data;

/// <summary>The rows of a view in random order, drawn from a pool that slides over them.</summary>
internal sealed class ShuffledView(IDataView source, int seed, int poolSize, bool shuffleSource) : IDataView
{
    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => true;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        rand ??= new Random(seed);
        var columns = columnsNeeded.ToArray();
        var sourceRand = shuffleSource && source.CanShuffle ? new Random(rand.Next()) : null;
        return new ShuffledCursor(source.GetRowCursor(columns, sourceRand), columns, poolSize, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
