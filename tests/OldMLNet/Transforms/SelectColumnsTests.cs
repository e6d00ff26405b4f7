namespace MLNet.Tests.Transforms;

public sealed class SelectColumnsTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void SelectColumns_Names_KeepsThemInTheirOrder()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));

        var mapped = _ml.Transforms.SelectColumns("Writer", "Digit").Fit(data).Transform(data);

        Assert.Equal(["Writer", "Digit"], mapped.Schema.Select(column => column.Name));
        Assert.Equal([0u, 1u], mapped.GetColumn<uint>("Digit"));
        Assert.Equal(2, mapped.GetRowCount());
    }

    [Fact]
    public void DropColumns_Names_KeepsTheOthers()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));

        var mapped = _ml.Transforms.DropColumns("Writer", "Digit").Fit(data).Transform(data);

        Assert.Equal("Pixels", Assert.Single(mapped.Schema).Name);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void SelectColumns_KeepHidden_DecidesOnHiddenColumns(bool keepHidden, int count)
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));
        var chain = _ml.Transforms.Conversion.MapValueToKey("Digit").Append(_ml.Transforms.SelectColumns(["Digit"], keepHidden));

        var mapped = chain.Fit(data).Transform(data);

        Assert.Equal(count, mapped.Schema.Count);
        Assert.IsType<KeyDataViewType>(mapped.Schema["Digit"].Type);
        Assert.Equal([1u, 2u], mapped.GetColumn<uint>("Digit"));
    }

    [Fact]
    public void DropColumns_OtherName_KeepsHiddenColumns()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Digit").Append(_ml.Transforms.DropColumns("Writer")).Fit(data).Transform(data);

        Assert.Equal(["Pixels", "Digit", "Digit"], mapped.Schema.Select(column => column.Name));
        Assert.Equal([false, true, false], mapped.Schema.Select(column => column.IsHidden));
    }

    [Fact]
    public void DropColumns_NameOfHiddenColumn_DropsBoth()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Digit").Append(_ml.Transforms.DropColumns("Digit")).Fit(data).Transform(data);

        Assert.Equal(["Pixels", "Writer"], mapped.Schema.Select(column => column.Name));
    }

    [Fact]
    public void SelectColumns_NoName_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => _ml.Transforms.SelectColumns());
    }

    [Fact]
    public void SelectColumns_MissingColumn_Throws()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));

        Assert.ThrowsAny<ArgumentException>(() => new EstimatorChain<ITransformer>().Append(_ml.Transforms.SelectColumns("Absent")).Fit(data));
    }

    [Fact]
    public void Save_Reloaded_KeepsTheSame()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));
        var kept = _ml.Transforms.SelectColumns("Writer", "Digit").Fit(data).Reload(data.Schema).Transform(data);
        var left = _ml.Transforms.DropColumns("Writer").Fit(data).Reload(data.Schema).Transform(data);

        Assert.Equal(["Writer", "Digit"], kept.Schema.Select(column => column.Name));
        Assert.Equal(["Pixels", "Digit"], left.Schema.Select(column => column.Name));
    }

    [Fact]
    public void SelectColumns_InPredictionEngine_GivesTheKeptColumns()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));
        var model = _ml.Transforms.CopyColumns("Label", "Digit").Append(_ml.Transforms.SelectColumns("Label")).Fit(data);
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Labelled>(model);

        var prediction = engine.Predict(Drawing.Make(2)[1]);

        Assert.Equal(1u, prediction.Label);
    }

    private sealed class Labelled
    {
        public uint Label { get; set; }
    }
}
