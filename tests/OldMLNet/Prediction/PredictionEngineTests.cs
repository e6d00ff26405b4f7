using MLNet.Tests.Chains;
using MlNetDigits.Measuring;

namespace MLNet.Tests.Prediction;

public sealed class PredictionEngineTests
{
    private readonly MLContext _ml = new(1);

    private sealed class Prediction
    {
        public float[] Both { get; set; }

        public uint Label { get; set; }

        public string Unmatched { get; set; } = "kept";
    }

    private sealed class WrongPrediction
    {
        public int Label { get; set; }
    }

    private sealed class WithoutDigit
    {
        [VectorType(4)]
        public float[] Pixels { get; set; }
    }

    private ITransformer Model()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(10));
        return _ml.Transforms.Concatenate("Both", "Pixels", "Pixels").Append(_ml.Transforms.Conversion.MapValueToKey("Label", "Digit")).Fit(data);
    }

    [Fact]
    public void Predict_Example_FillsPrediction()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model());

        var prediction = engine.Predict(Drawing.Make(4)[3]);

        Assert.Equal([12f, 13, 14, 15, 12, 13, 14, 15], prediction.Both);
        Assert.Equal(4u, prediction.Label);
        Assert.Equal("kept", prediction.Unmatched);
    }

    [Fact]
    public void Predict_SeveralExamples_GivesObjectsOfTheirOwn()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model());

        var predictions = Drawing.Make(3).Select(engine.Predict).ToArray();

        Assert.Equal([0f, 4, 8], predictions.Select(prediction => prediction.Both[0]));
    }

    [Fact]
    public void Predict_ByReference_ReusesObject()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model());
        var mine = new Prediction();
        var same = mine;

        engine.Predict(Drawing.Make(2)[1], ref mine);

        Assert.Same(same, mine);
        Assert.Equal(4f, mine.Both[0]);
    }

    [Fact]
    public void Predict_ManyByReference_AllocatesNothingPerCall()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model());
        var (example, prediction) = (Drawing.Make(1)[0], new Prediction());
        for (var i = 0; i < 200; i++)
            engine.Predict(example, ref prediction);

        var allocated = Allocation.OfEachRound(() =>
        {
            for (var i = 0; i < 1000; i++)
                engine.Predict(example, ref prediction);
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void CreatePredictionEngine_SourceLacksColumn_Throws()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Model.CreatePredictionEngine<WithoutDigit, Prediction>(Model()));

        Assert.Contains("Could not find input column 'Digit'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreatePredictionEngine_MissingNotIgnored_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model(), ignoreMissingColumns: false));
    }

    [Fact]
    public void CreatePredictionEngine_WrongMemberType_ThrowsInvalidOperation()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _ml.Model.CreatePredictionEngine<Drawing, WrongPrediction>(Model()));

        Assert.Contains("Can't bind the IDataView column", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    [InlineData(5)]
    public void Predict_WrongVectorLength_ThrowsInvalidOperation(int? length)
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model());
        var example = new Drawing { Pixels = length is { } size ? new float[size] : null };

        Assert.Throws<InvalidOperationException>(() => engine.Predict(example));
    }

    [Fact]
    public void Predict_NullExample_ThrowsArgumentNull()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(Model());

        Assert.Throws<ArgumentNullException>(() => engine.Predict(null));
    }

    [Fact]
    public void CreatePredictionEngine_NoRowMapper_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Model.CreatePredictionEngine<Drawing, Prediction>(new PassingTransformer(rowByRow: false)));
    }

    [Fact]
    public void OutputSchema_ReplacedColumn_ListsHiddenOnes()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));
        var model = _ml.Transforms.CopyColumns("Writer", "Digit").Fit(data);

        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Prediction>(model);

        Assert.Equal(4, engine.OutputSchema.Count);
        Assert.Equal(1, engine.OutputSchema.Count(column => column.IsHidden));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Dispose_OwnsTransformer_DisposesItToo(bool? owns, bool expected)
    {
        var transformer = new PassingTransformer();
        var engine = owns is { } value
            ? _ml.Model.CreatePredictionEngine<Drawing, Prediction>(transformer, new PredictionEngineOptions { OwnsTransformer = value })
            : _ml.Model.CreatePredictionEngine<Drawing, Prediction>(transformer);

        engine.Dispose();

        Assert.Equal(expected, transformer.Disposed);
    }

    [Fact]
    public void CreatePredictionEngine_InputSchema_PassesAnnotations()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.AddPrimitiveValue("IsNormalized", BooleanDataViewType.Instance, true);
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Pixels", new VectorDataViewType(NumberDataViewType.Single, 4), annotations.ToAnnotations());

        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Drawing>(new PassingTransformer(), builder.ToSchema());

        Assert.True(engine.OutputSchema["Pixels"].IsNormalized());
    }
}
