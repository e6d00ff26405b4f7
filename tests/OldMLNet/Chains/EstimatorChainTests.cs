namespace MLNet.Tests.Chains;

public sealed class EstimatorChainTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Fit_Chain_AppliesStepsInOrder()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));

        var model = _ml.Transforms.CopyColumns("Copy", "Pixels")
            .Append(_ml.Transforms.Concatenate("Both", "Copy", "Pixels"))
            .Fit(data);

        Assert.IsType<ColumnConcatenatingTransformer>(model.LastTransformer);
        Assert.Equal(2, model.Count());
        Assert.Equal([4f, 5, 6, 7, 4, 5, 6, 7], model.Transform(data).GetColumn<float[]>("Both").Last());
    }

    [Fact]
    public void Fit_Chain_AsksForShapesBeforeFitting()
    {
        var counting = new CountingEstimator();
        var chain = counting.Append(_ml.Transforms.CopyColumns("Copy", "Missing"));

        Assert.Throws<ArgumentOutOfRangeException>(() => chain.Fit(_ml.Data.LoadFromEnumerable(Drawing.Make(1))));

        Assert.Equal(0, counting.Fits);
        Assert.Equal(["Pixels Digit Writer"], counting.ShapesAsked);
    }

    [Fact]
    public void GetOutputSchema_Chain_GivesKindsAndTypes()
    {
        var chain = _ml.Transforms.CopyColumns("Copy", "Pixels").Append(_ml.Transforms.Conversion.MapValueToKey("Label", "Digit"));
        var witness = new CountingEstimator();

        chain.Append(witness).Fit(_ml.Data.LoadFromEnumerable(Drawing.Make(2)));

        Assert.Equal(["Pixels Digit Writer Copy Label"], witness.ShapesAsked);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    public void AppendCacheCheckpoint_LaterFits_ReadSourceOnce(bool cache, int expected)
    {
        var reads = 0;
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2).Select((row, i) => { reads += i == 0 ? 1 : 0; return row; }));
        var start = new EstimatorChain<ITransformer>().Append(_ml.Transforms.CopyColumns("Copy", "Digit"));

        var chain = (cache ? start.AppendCacheCheckpoint(_ml) : start)
            .Append(new CountingEstimator()).Append(new CountingEstimator()).Append(new CountingEstimator());
        chain.Fit(data);

        Assert.Equal(expected, reads);
    }

    [Fact]
    public void WithOnFitDelegate_Fit_HandsOverTransformer()
    {
        ColumnConcatenatingTransformer seen = null;
        var estimator = _ml.Transforms.Concatenate("Both", "Pixels", "Pixels").WithOnFitDelegate(fitted => seen = fitted);

        var model = estimator.Append(new CountingEstimator()).Fit(_ml.Data.LoadFromEnumerable(Drawing.Make(1)));

        Assert.Same(model.First(), seen);
    }

    [Fact]
    public void Append_EmptyChain_HasNoLastEstimator()
    {
        var empty = new EstimatorChain<ITransformer>();

        var one = empty.Append(new CountingEstimator());

        Assert.Null(empty.LastEstimator);
        Assert.IsType<CountingEstimator>(one.LastEstimator);
    }
}
