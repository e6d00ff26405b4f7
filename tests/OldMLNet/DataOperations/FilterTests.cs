namespace MLNet.Tests.DataOperations;

public sealed class FilterTests
{
    private readonly MLContext _ml = new();

    private sealed class JustNumber
    {
        public int Number { get; set; }
    }

    private sealed class Absent
    {
        public int NoSuchColumn { get; set; }
    }

    [Fact]
    public void FilterByCustomPredicate_True_DropsTheRow()
    {
        var left = _ml.Data.FilterByCustomPredicate<JustNumber>(Load(6), row => row.Number % 2 == 0);

        Assert.Equal([1, 3, 5], Numbered.In(left));
        Assert.Equal([1f, 3f, 5f], left.GetColumn<float>("Value"));
        Assert.Null(left.GetRowCount());
    }

    [Fact]
    public void FilterByCustomPredicate_ColumnOfThePredicate_IsNotActiveByItself()
    {
        var left = _ml.Data.FilterByCustomPredicate<JustNumber>(Load(6), row => row.Number < 5);

        using var cursor = left.GetRowCursor([left.Schema["Value"]]);

        Assert.False(cursor.IsColumnActive(left.Schema["Number"]));
        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<int>(left.Schema["Number"]));
    }

    [Fact]
    public void FilterByCustomPredicate_MissingColumn_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => Numbered.In(_ml.Data.FilterByCustomPredicate<Absent>(Load(6), _ => false)));
    }

    [Fact]
    public void FilterRowsByColumn_Bounds_IncludeTheLowerOnly()
    {
        var left = _ml.Data.FilterRowsByColumn(Load(10), "Value", lowerBound: 3, upperBound: 6);

        Assert.Equal([3, 4, 5], Numbered.In(left));
    }

    [Fact]
    public void FilterRowsByColumn_NaN_IsDropped()
    {
        var rows = Numbered.Make(3);
        rows[1].Value = float.NaN;

        var left = _ml.Data.FilterRowsByColumn(_ml.Data.LoadFromEnumerable(rows), "Value", lowerBound: -1);

        Assert.Equal([0, 2], Numbered.In(left));
    }

    [Theory]
    [InlineData("Group")]
    [InlineData("Pair")]
    public void FilterRowsByColumn_NoNumber_Throws(string column)
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.FilterRowsByColumn(Load(1), column, 0, 1));
    }

    [Fact]
    public void FilterRowsByColumn_CrossedBounds_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.FilterRowsByColumn(Load(1), "Value", 1, 0));
    }

    [Fact]
    public void FilterRowsByMissingValues_NaNInScalarOrVectorOrNoKey_IsDropped()
    {
        var rows = Numbered.Make(5);
        rows[0].Value = float.NaN;
        rows[2].Pair[1] = float.NaN;
        rows[3].Key = 10;

        var left = _ml.Data.FilterRowsByMissingValues(_ml.Data.LoadFromEnumerable(rows), "Value", "Pair", "Key");

        Assert.Equal([1, 4], Numbered.In(left));
    }

    [Fact]
    public void FilterRowsByMissingValues_NeverMissing_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => Numbered.In(_ml.Data.FilterRowsByMissingValues(Load(1), "Number")));
    }

    private IDataView Load(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count));
}
