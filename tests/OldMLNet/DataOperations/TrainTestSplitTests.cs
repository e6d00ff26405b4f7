namespace MLNet.Tests.DataOperations;

public sealed class TrainTestSplitTests
{
    private readonly MLContext _ml = new(seed: 5);

    [Fact]
    public void TrainTestSplit_Rows_FallIntoExactlyOneSet()
    {
        var split = _ml.Data.TrainTestSplit(Load(500), testFraction: 0.2);

        Assert.Equal(Enumerable.Range(0, 500), Numbered.In(split.TrainSet).Concat(Numbered.In(split.TestSet)).Order());
        Assert.Empty(Numbered.In(split.TrainSet).Intersect(Numbered.In(split.TestSet)));
    }

    [Fact]
    public void TrainTestSplit_Fraction_IsAboutThat()
    {
        var split = _ml.Data.TrainTestSplit(Load(2000), testFraction: 0.2);

        Assert.InRange(Numbered.In(split.TestSet).Length, 300, 500);
    }

    [Fact]
    public void TrainTestSplit_RowCount_IsUnknown()
    {
        var split = _ml.Data.TrainTestSplit(Load(10));

        Assert.Null(split.TrainSet.GetRowCount());
        Assert.Null(split.TestSet.GetRowCount());
    }

    [Fact]
    public void TrainTestSplit_Schema_IsTheInputs()
    {
        var data = Load(3);

        var split = _ml.Data.TrainTestSplit(data);

        Assert.Equal(data.Schema.Select(column => column.Name), split.TestSet.Schema.Where(column => !column.IsHidden).Select(column => column.Name));
    }

    [Fact]
    public void TrainTestSplit_SameSeed7_SplitsAlikeOnEachPassAndContext()
    {
        var split = _ml.Data.TrainTestSplit(Load(200), seed: 7);
        var again = new MLContext(seed: 99).Data.TrainTestSplit(Load(200), seed: 7);

        Assert.Equal(Numbered.In(split.TestSet), Numbered.In(split.TestSet));
        Assert.Equal(Numbered.In(split.TestSet), Numbered.In(again.TestSet));
    }

    [Fact]
    public void TrainTestSplit_ContextSeed5_DecidesWithoutOwnSeed()
    {
        var split = _ml.Data.TrainTestSplit(Load(200));
        var same = new MLContext(seed: 5).Data.TrainTestSplit(Load(200));
        var other = new MLContext(seed: 6).Data.TrainTestSplit(Load(200));

        Assert.Equal(Numbered.In(split.TestSet), Numbered.In(same.TestSet));
        Assert.NotEqual(Numbered.In(split.TestSet), Numbered.In(other.TestSet));
    }

    [Fact]
    public void TrainTestSplit_SamplingKey_KeepsEqualKeysTogether()
    {
        var split = _ml.Data.TrainTestSplit(Load(300), testFraction: 0.3, samplingKeyColumnName: "Group");

        var trained = split.TrainSet.GetColumn<string>("Group").ToHashSet();
        var tested = split.TestSet.GetColumn<string>("Group").ToHashSet();
        Assert.Empty(trained.Intersect(tested));
        Assert.InRange(tested.Count, 10, 50);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void TrainTestSplit_FractionOutOfRange_Throws(double fraction)
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.TrainTestSplit(Load(10), fraction));
    }

    [Fact]
    public void TrainTestSplit_MissingSamplingKey_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.TrainTestSplit(Load(10), samplingKeyColumnName: "Absent"));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count));
}
