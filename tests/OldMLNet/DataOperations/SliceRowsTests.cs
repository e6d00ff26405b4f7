namespace MLNet.Tests.DataOperations;

public sealed class SliceRowsTests
{
    private readonly MLContext _ml = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(20, 10)]
    public void TakeRows_Count_GivesTheFirstRows(long count, int expected)
    {
        var taken = _ml.Data.TakeRows(Load(10), count);

        Assert.Equal(Enumerable.Range(0, expected), Numbered.In(taken));
        Assert.Equal(expected, taken.GetRowCount());
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 7)]
    [InlineData(20, 0)]
    public void SkipRows_Count_GivesTheRowsAfter(long count, int expected)
    {
        var left = _ml.Data.SkipRows(Load(10), count);

        Assert.Equal(Enumerable.Range(10 - expected, expected), Numbered.In(left));
        Assert.Equal(expected, left.GetRowCount());
    }

    [Fact]
    public void TakeRows_LazySource_ReadsNoMoreThanNeeded()
    {
        var read = 0;
        var rows = Enumerable.Range(0, int.MaxValue).Select(i => new Numbered { Number = read = i, Pair = [0, 0] });

        var taken = Numbered.In(_ml.Data.TakeRows(_ml.Data.SkipRows(_ml.Data.LoadFromEnumerable(rows), 2), 3));

        Assert.Equal([2, 3, 4], taken);
        Assert.Equal(4, read);
    }

    [Fact]
    public void TakeRows_LazySource_HasNoRowCount()
    {
        var lazy = _ml.Data.LoadFromEnumerable(Numbered.Make(5).Where(_ => true));

        Assert.Null(_ml.Data.TakeRows(lazy, 2).GetRowCount());
    }

    [Fact]
    public void TakeRows_NegativeCount_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.TakeRows(Load(1), -1));
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.SkipRows(Load(1), -1));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count));
}
