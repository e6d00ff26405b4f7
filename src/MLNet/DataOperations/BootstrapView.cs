namespace Microsoft.ML.Data;

/// <summary>A view's rows, each as often as a Poisson draw of mean 1 says; or those drawn 0 times.</summary>
internal sealed class BootstrapView(IDataView source, int seed, bool complement) : IDataView
{
    public DataViewSchema Schema => source.Schema;

    public bool CanShuffle => false;

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(source.GetRowCursor(columnsNeeded), new Random(seed), complement);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewRowCursor input, Random rand, bool complement) : ForwardingCursor(input)
    {
        private int _remaining;

        public override ValueGetter<DataViewRowId> GetIdGetter()
        {
            var inner = base.GetIdGetter();
            return (ref DataViewRowId value) =>
            {
                inner(ref value);
                value = value.Combine(new DataViewRowId((ulong)_remaining, 0));
            };
        }

        protected override bool MoveNextCore()
        {
            if (_remaining > 0)
            {
                _remaining--;
                return true;
            }
            while (Input.MoveNext())
            {
                var copies = complement ? (Draw() == 0 ? 1 : 0) : Draw();
                if (copies == 0)
                    continue;
                _remaining = copies - 1;
                return true;
            }
            return false;
        }

        /// <summary>Knuth's method: counts uniform draws until their product falls below 1/e.</summary>
        private int Draw()
        {
            var count = 0;
            for (var product = rand.NextDouble(); product > 1 / Math.E; product *= rand.NextDouble())
                count++;
            return count;
        }
    }
}
