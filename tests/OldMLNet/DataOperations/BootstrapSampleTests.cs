namespace MLNet.Tests.DataOperations;

public sealed class BootstrapSampleTests
{
    private readonly MLContext _ml = new(seed: 5);

    [Fact]
    public void BootstrapSample_Seed1_DrawsRowsSeveralTimesOrNotAtAll()
    {
        var sample = Numbered.In(_ml.Data.BootstrapSample(Load(1000), seed: 1));

        Assert.InRange(sample.Length, 850, 1150);
        Assert.InRange(sample.Distinct().Count(), 550, 710);
    }

    [Fact]
    public void BootstrapSample_ComplementOfSeed1_GivesTheOtherRows()
    {
        var sample = Numbered.In(_ml.Data.BootstrapSample(Load(200), seed: 1));
        var others = Numbered.In(_ml.Data.BootstrapSample(Load(200), seed: 1, complement: true));

        Assert.Equal(Enumerable.Range(0, 200), sample.Distinct().Concat(others).Order());
    }

    [Fact]
    public void BootstrapSample_Ids_AreUnique()
    {
        using var cursor = _ml.Data.BootstrapSample(Load(200), seed: 1).GetRowCursor([]);
        var getter = cursor.GetIdGetter();
        var ids = new List<DataViewRowId>();
        DataViewRowId id = default;

        for (; cursor.MoveNext(); ids.Add(id))
            getter(ref id);

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void BootstrapSample_NoSeed_IsTheSameOnEachPass()
    {
        var sample = _ml.Data.BootstrapSample(Load(200));

        Assert.Equal(Numbered.In(sample), Numbered.In(sample));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count));
}
