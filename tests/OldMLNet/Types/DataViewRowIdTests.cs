namespace MLNet.Tests.Types;

public sealed class DataViewRowIdTests
{
    [Fact]
    public void ForkNextCombine_DistinctIds_StayDistinct()
    {
        var ids = Enumerable.Range(0, 1000).Select(i => new DataViewRowId((ulong)i, 0)).ToArray();

        var derived = ids.SelectMany(id => new[] { id.Fork(), id.Next(), id.Combine(ids[1]) });

        Assert.Equal(4000, derived.Concat(ids).Distinct().Count());
    }

    [Fact]
    public void CompareTo_HighThenLow_Orders()
    {
        var small = new DataViewRowId(5, 1);
        var large = new DataViewRowId(0, 2);

        Assert.True(small.CompareTo(large) < 0);
        Assert.True(small.CompareTo(new DataViewRowId(4, 1)) > 0);
        Assert.Equal(0, small.CompareTo(new DataViewRowId(5, 1)));
    }
}
