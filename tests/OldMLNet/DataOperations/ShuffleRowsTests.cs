namespace MLNet.Tests.DataOperations;

public sealed class ShuffleRowsTests
{
    private readonly MLContext _ml = new(seed: 5);

    [Theory]
    [InlineData(1000)]
    [InlineData(7)]
    public void ShuffleRows_Pool_GivesEachRowOnceInAnotherOrder(int poolSize)
    {
        var shuffled = Numbered.In(_ml.Data.ShuffleRows(Load(100), seed: 1, shufflePoolSize: poolSize));

        Assert.NotEqual(Enumerable.Range(0, 100), shuffled);
        Assert.Equal(Enumerable.Range(0, 100), shuffled.Order());
    }

    [Fact]
    public void ShuffleRows_AllColumns_StayTogether()
    {
        var shuffled = _ml.Data.ShuffleRows(Load(50), seed: 1, shufflePoolSize: 8);

        var rows = _ml.Data.CreateEnumerable<Numbered>(shuffled, reuseRowObject: false).ToArray();
        Assert.All(rows, row => Assert.Equal(($"group {row.Number / 3}", (float)row.Number, (float)-row.Number), (row.Group, row.Pair[0], row.Pair[1])));
    }

    [Fact]
    public void ShuffleRows_SameSeed3_GivesTheSameOrderAgain()
    {
        var first = Numbered.In(_ml.Data.ShuffleRows(Load(60), seed: 3));
        var second = Numbered.In(new MLContext(seed: 77).Data.ShuffleRows(Load(60), seed: 3));
        var other = Numbered.In(_ml.Data.ShuffleRows(Load(60), seed: 4));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void ShuffleRows_RowCount_IsKept()
    {
        Assert.Equal(60, _ml.Data.ShuffleRows(Load(60)).GetRowCount());
    }

    [Fact]
    public void ShuffleRows_NoPool_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.ShuffleRows(Load(1), shufflePoolSize: 0));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count));
}
