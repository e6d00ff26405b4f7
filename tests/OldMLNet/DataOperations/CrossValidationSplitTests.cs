namespace MLNet.Tests.DataOperations;

public sealed class CrossValidationSplitTests
{
    private readonly MLContext _ml = new(seed: 5);

    [Fact]
    public void CrossValidationSplit_TestSets_PartitionTheRows()
    {
        var folds = _ml.Data.CrossValidationSplit(Load(300), numberOfFolds: 4);

        Assert.Equal(4, folds.Count);
        Assert.Equal(Enumerable.Range(0, 300), folds.SelectMany(fold => Numbered.In(fold.TestSet)).Order());
    }

    [Fact]
    public void CrossValidationSplit_Folds_AreAboutEqual()
    {
        var folds = _ml.Data.CrossValidationSplit(Load(1000));

        Assert.Equal(5, folds.Count);
        Assert.All(folds, fold => Assert.InRange(Numbered.In(fold.TestSet).Length, 130, 270));
    }

    [Fact]
    public void CrossValidationSplit_TrainSet_IsAllOtherRows()
    {
        var fold = _ml.Data.CrossValidationSplit(Load(100))[2];

        Assert.Equal(Enumerable.Range(0, 100), Numbered.In(fold.TrainSet).Concat(Numbered.In(fold.TestSet)).Order());
    }

    [Fact]
    public void CrossValidationSplit_SamplingKey_KeepsEqualKeysTogether()
    {
        var folds = _ml.Data.CrossValidationSplit(Load(300), samplingKeyColumnName: "Group", seed: 3);

        var groups = folds.SelectMany(fold => fold.TestSet.GetColumn<string>("Group").Distinct()).ToArray();
        Assert.Equal(100, groups.Length);
        Assert.Equal(100, groups.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void CrossValidationSplit_TooFewFolds_Throws(int folds)
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.CrossValidationSplit(Load(10), folds));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count));
}
