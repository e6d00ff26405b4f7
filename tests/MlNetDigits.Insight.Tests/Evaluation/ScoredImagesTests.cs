using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Evaluation;

public sealed class ScoredImagesTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();
    private readonly MnistView _digits = Sample.Test(50);
    private readonly ITransformer _model;

    public ScoredImagesTests()
    {
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));
        _model = Apply(_folder.File("digits.onnx"));
    }

    public void Dispose()
    {
        (_model as IDisposable)?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Score_RawDigits_MatchesLabelsByName()
    {
        ScoredImages scored = ScoredImages.Score(_model, _digits);

        Assert.Equal(_digits.Labels.ToArray().Select(label => (int)label), scored.Labels);
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => $"{digit}"), scored.ClassNames);
        Assert.Equal(50, scored.Count);
    }

    [Theory]
    [InlineData(null, 50, 0)]
    [InlineData("9", 45, 5)]
    public void Score_RejectionClass_IsCountedApart(string? rejection, int count, int others)
    {
        Architecture.Create("tiny", new Shape(28, 28, 1), 10, seed: 1).ToOnnx(new OnnxExportOptions
        {
            InputName = "Pixels", ClassNames = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")], RejectionClass = rejection,
        }).Save(_folder.File("refusing.onnx"));
        LabelledImageView digits = LabelledImageView.From(_digits);
        using var model = (IDisposable)EvaluationModel.Load(_ml, _folder.File("refusing.onnx"), digits);

        ScoredImages scored = ScoredImages.Score((ITransformer)model, digits, new ScoringOptions { RejectionClass = rejection });

        Assert.Equal((count, rejection is null ? 0 : count, others), (scored.Count, scored.DigitScores.Count, scored.OtherDigitScores.Count));
        Assert.Equal((rejection is null ? null : count, rejection is null ? null : (int?)others), (scored.Rejection?.Digits, scored.Rejection?.Others));
        Assert.Equal(scored.Rejection, ModelEvaluation.Evaluate(scored, new EvaluationOptions { BootstrapSamples = 100 }).Rejection);
    }

    [Fact]
    public void Score_MappedDigits_AgreesWithEvaluate()
    {
        IDataView mapped = _ml.Transforms.MapDigitLabel().Fit(_digits).Transform(_digits);
        double expected = _ml.MulticlassClassification.Evaluate(_model.Transform(mapped)).MicroAccuracy;

        ScoredImages scored = ScoredImages.Score(_model, mapped);

        Assert.Equal(expected, Enumerable.Range(0, scored.Count).Count(scored.IsCorrect) / 50.0);
        Assert.InRange(expected, 0.5, 0.99);
    }

    [Fact]
    public void Score_KeepPixels_GivesThePixels()
    {
        ScoredImages scored = ScoredImages.Score(_model, _digits, new ScoringOptions { KeepPixels = true });

        Assert.Equal(new Shape(28, 28, 1), scored.ImageShape);
        Assert.Equal(_digits.Pixels.Slice(7 * 784, 784).ToArray(), scored.PixelsOf(7).ToArray());
    }

    [Fact]
    public void PixelsOf_NotKept_Throws()
    {
        ScoredImages scored = ScoredImages.Score(_model, _digits);

        var error = Assert.Throws<InvalidOperationException>(() => scored.PixelsOf(0).Length);

        Assert.Contains("KeepPixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_LabelUnknownToTheModel_NamesIt()
    {
        Word[] rows = [new() { Label = "7" }, new() { Label = "cat" }, new() { Label = "cat" }, new() { Label = "dog" }];

        var error = Assert.Throws<InvalidDataException>(() => ScoredImages.Score(_model, _ml.Data.LoadFromEnumerable(rows)));

        Assert.Equal("The model does not know the labels 'cat' (2 images), 'dog' (1 image); its 10 classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9. Use the model of these labels, or leave such images out.", error.Message);
    }

    [Fact]
    public void Score_NoImages_Throws()
    {
        var error = Assert.Throws<InvalidDataException>(() => ScoredImages.Score(_model, _ml.Data.LoadFromEnumerable(Array.Empty<Word>())));

        Assert.StartsWith("There is no labelled image", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_OneClass_LeavesOutRowsWithoutALabel()
    {
        Word[] rows = [new() { Label = "7" }, new() { Label = "7" }, new() { Label = "" }];

        ScoredImages images = ScoredImages.Score(_model, _ml.Data.LoadFromEnumerable(rows));

        Assert.Equal([7, 7], images.Labels);
    }

    [Fact]
    public void Score_OneClass_IsEvaluatedWithoutLogLossReduction()
    {
        Word[] rows = [new() { Label = "7" }, new() { Label = "7" }, new() { Label = "" }];

        EvaluationReport report = ModelEvaluation.Evaluate(ScoredImages.Score(_model, _ml.Data.LoadFromEnumerable(rows)));

        Assert.Equal(2, report.Images);
        Assert.InRange(report.MicroAccuracy, 0, 1);
        Assert.Equal(double.NaN, report.LogLossReduction);
    }

    [Fact]
    public void Score_NoScoreColumn_Throws()
    {
        var error = Assert.Throws<InvalidDataException>(() => ScoredImages.Score(_model, _digits, new ScoringOptions { ScoreColumnName = "Logits" }));

        Assert.StartsWith("The model gives no 'Logits'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5f, 0.4f)]
    [InlineData(1.5f, -0.5f)]
    [InlineData(float.NaN, 1f)]
    public void New_RowIsNoDistribution_Throws(float first, float second)
    {
        var error = Assert.Throws<ArgumentException>(() => new ScoredImages(["a", "b"], [0], [first, second]));

        Assert.Contains("softmax", error.Message, StringComparison.Ordinal);
    }

    private ITransformer Apply(string path) =>
        _ml.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], path).Fit(_digits);

    private sealed class Word
    {
        [VectorType(784)]
        public float[] Pixels { get; set; } = new float[784];

        public string Label { get; set; } = "";
    }
}
