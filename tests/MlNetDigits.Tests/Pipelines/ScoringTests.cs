using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

/// <summary>What becomes of a fitted chain: the part that scores, saved, loaded, in engines and pools.</summary>
public sealed class ScoringTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();
    private readonly MnistView _digits = Sample.Test(20);
    private readonly TransformerChain<ConvolutionalNetworkTransformer> _model;
    private readonly float[][] _scores;

    public ScoringTests()
    {
        _model = Sample.Fit(_ml, Sample.Quick, Sample.Train(64));
        _scores = Sample.Scores(_model.Transform(_digits));
    }

    private string Zip => _folder.File("digits.zip");

    public void Dispose()
    {
        _model.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void GetModelFor_Scoring_NeedsNoLabel()
    {
        IDataView drawings = _ml.Data.LoadFromEnumerable(Drawings());

        IDataView scored = _model.GetModelFor(TransformerScope.Scoring).Transform(drawings);

        Assert.Equal(_scores, Sample.Scores(scored));
        Assert.Null(scored.Schema.GetColumnOrNull("Label"));
    }

    [Fact]
    public void Load_WholeSavedChain_EvaluatesAlike()
    {
        MulticlassClassificationMetrics expected = _ml.MulticlassClassification.Evaluate(_model.Transform(_digits));
        _ml.Model.Save(_model, _digits.Schema, Zip);

        ITransformer loaded = new MLContext().Model.Load(Zip, out DataViewSchema schema);

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(loaded.Transform(_digits));
        Assert.Equal(expected.LogLoss, metrics.LogLoss, 1e-6);
        Assert.Equal(expected.ConfusionMatrix.GetFormattedConfusionTable(), metrics.ConfusionMatrix.GetFormattedConfusionTable());
        Assert.Equal(["Pixels", "Label"], schema.Select(column => column.Name));
    }

    [Fact]
    public void Load_SavedScoringPart_ScoresAlike()
    {
        _ml.Model.Save(_model.GetModelFor(TransformerScope.Scoring), _digits.Schema, Zip);

        ITransformer loaded = new MLContext().Model.Load(Zip, out _);

        IDataView drawings = _ml.Data.LoadFromEnumerable(Drawings());
        Assert.All(_scores.SelectMany(row => row).Zip(Sample.Scores(loaded.Transform(drawings)).SelectMany(row => row)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void CreatePredictionEngine_ScoringPart_PredictsEachDigit()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Guess>(
            _model.GetModelFor(TransformerScope.Scoring), new PredictionEngineOptions { OwnsTransformer = false });

        Guess[] guesses = [.. Drawings().Select(engine.Predict)];

        Assert.All(guesses.Zip(_scores), pair => AssertClose(pair.Second, pair.First.Score));
        Assert.All(guesses, guess => Assert.Equal(Array.IndexOf(guess.Score, guess.Score.Max()), Assert.Single(guess.PredictedLabel)));
    }

    [Fact]
    public void PredictionEnginePool_SavedScoringPart_PredictsOnManyThreads()
    {
        _ml.Model.Save(_model.GetModelFor(TransformerScope.Scoring), _digits.Schema, Zip);
        var services = new ServiceCollection();
        services.AddPredictionEnginePool<Drawing, Guess>().FromFile("digits", Zip, watchForChanges: false);
        using ServiceProvider provider = services.BuildServiceProvider();
        var pool = provider.GetRequiredService<PredictionEnginePool<Drawing, Guess>>();
        Drawing[] drawings = Drawings();
        var guesses = new Guess[drawings.Length * 5];

        Parallel.For(0, guesses.Length, i => guesses[i] = pool.Predict("digits", drawings[i % drawings.Length]));

        for (int i = 0; i < guesses.Length; i++) AssertClose(_scores[i % drawings.Length], guesses[i].Score);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(783)]
    [InlineData(785)]
    public void Predict_DrawingOfAnotherLength_Throws(int length)
    {
        using var engine = _ml.Model.CreatePredictionEngine<Drawing, Guess>(
            _model.GetModelFor(TransformerScope.Scoring), new PredictionEngineOptions { OwnsTransformer = false });

        var error = Assert.Throws<InvalidOperationException>(() => engine.Predict(new Drawing { Pixels = new float[length] }));

        Assert.DoesNotContain('\n', error.Message);
    }

    private Drawing[] Drawings() => [.. Sample.Images(_digits).Select(image => new Drawing { Pixels = image.Pixels })];

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-6f);
    }

    private sealed class Drawing
    {
        [VectorType(784)]
        public float[] Pixels { get; set; } = [];
    }

    private sealed class Guess
    {
        public float[] Score { get; set; } = [];

        public long[] PredictedLabel { get; set; } = [];
    }
}
