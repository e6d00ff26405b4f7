using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

/// <summary>ML.NET's operations on data and models of this library, as ML.NET's documentation shows them.</summary>
public sealed class MlNetIdiomTests : IDisposable
{
    private static readonly Lazy<TransformerChain<ConvolutionalNetworkTransformer>> Trained = new(() => Sample.Fit(new MLContext(1), Sample.Learning, Sample.Train(300)));

    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();
    private readonly MnistView _digits = Sample.Test(60);
    private readonly TransformerChain<ConvolutionalNetworkTransformer> _model = Trained.Value;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Evaluate_TransformedTestData_CountsEveryDigitByName()
    {
        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(_model.Transform(_digits), topKPredictionCount: 10);

        Assert.InRange(metrics.MicroAccuracy, 0.5, 1);
        Assert.Equal(1, metrics.TopKAccuracyForAllK[9], 1e-9);
        Assert.Equal(60, metrics.ConfusionMatrix.Counts.Sum(row => row.Sum()));
        Assert.Contains("    7 ||", metrics.ConfusionMatrix.GetFormattedConfusionTable());
    }

    [Fact]
    public void TrainTestSplit_OfTheLoadersData_TrainsAndEvaluates()
    {
        DataOperationsCatalog.TrainTestData split = _ml.Data.TrainTestSplit(Sample.Train(300), 0.3, seed: 1);

        using var model = Sample.Fit(_ml, Sample.Learning, split.TrainSet);

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        Assert.InRange(metrics.ConfusionMatrix.Counts.Sum(row => row.Sum()), 50, 150);
        Assert.InRange(metrics.MicroAccuracy, 0.4, 1);
    }

    [Fact]
    public void MapValueToKey_BeforeTheTrainer_TrainsOnItsKeys()
    {
        IDataView words = _ml.Data.LoadFromEnumerable(Sample.Images(Sample.Train(300)).Select(image => new Word { Pixels = image.Pixels, Answer = image.Label % 2 == 0 ? "even" : "odd" }).ToArray());
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label", nameof(Word.Answer)).Append(DigitPipeline.Create(_ml, _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Learning)));

        using var model = chain.Fit(words);

        Assert.Contains("even", _ml.MulticlassClassification.Evaluate(model.Transform(words)).ConfusionMatrix.GetFormattedConfusionTable());
    }

    [Fact]
    public void PermutationFeatureImportance_LastTransformer_RanksTheMiddleAboveTheCorner()
    {
        IDataView scored = _model.Transform(Sample.Test(30));

        var importance = _ml.MulticlassClassification.PermutationFeatureImportance(_model.LastTransformer, scored);

        Assert.Equal(784, importance.Length);
        Assert.Equal(0, importance[0].LogLoss.Mean);
        Assert.Contains(importance, pixel => pixel.LogLoss.Mean > 0);
    }

    [Fact]
    public void SaveAsBinary_OfTheLoadersData_KeepsTheKeys()
    {
        using (var file = File.Create(_folder.File("digits.idv")))
            _ml.Data.SaveAsBinary(_digits, file);

        IDataView loaded = _ml.Data.LoadFromBinary(_folder.File("digits.idv"));

        Assert.Equal(_ml.MulticlassClassification.Evaluate(_model.Transform(_digits)).LogLoss, _ml.MulticlassClassification.Evaluate(_model.Transform(loaded)).LogLoss);
    }

    [Fact]
    public void MapKeyToValue_OfTheLoadersLabel_GivesTheDigitsAsText()
    {
        IDataView named = _ml.Transforms.Conversion.MapKeyToValue("Name", "Label").Fit(_digits).Transform(_digits);

        Assert.Equal(_digits.Labels.ToArray().Select(digit => digit.ToString()), named.GetColumn<string>("Name"));
    }

    [Fact]
    public void Transform_ShuffledRows_ScoresEachRowByItself()
    {
        IDataView shuffled = _ml.Data.ShuffleRows(_model.Transform(_digits), seed: 3);

        float[][] expected = [.. _model.Transform(_digits).GetColumn<float[]>("Score")];
        var rows = shuffled.GetColumn<float[]>("Score").Zip(shuffled.GetColumn<float[]>("Pixels"));
        float[][] pixels = [.. _digits.GetColumn<float[]>("Pixels")];
        Assert.All(rows, row =>
        {
            int place = Array.FindIndex(pixels, each => each.SequenceEqual(row.Second));
            Assert.All(expected[place].Zip(row.First), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        });
    }

    [Fact]
    public void Transform_Twice_GivesTheNewestColumnsAndKeepsTheOld()
    {
        IDataView once = _model.Transform(_digits);

        IDataView twice = _model.LastTransformer.Transform(once);

        Assert.Equal(Sample.Scores(once), Sample.Scores(twice));
        Assert.Equal(2, twice.Schema.Count(column => column.Name == "Score"));
        Assert.Equal(once.GetColumn<long[]>("PredictedLabel"), twice.GetColumn<long[]>("PredictedLabel"));
    }

    [Fact]
    public void Load_SavedNormalizePixels_IsTheStandardStepWithEqualPixels()
    {
        ITransformer step = _ml.Transforms.NormalizePixels().Fit(_digits);
        _ml.Model.Save(step, _digits.Schema, _folder.File("step.zip"));

        ITransformer loaded = _ml.Model.Load(_folder.File("step.zip"), out _);

        Assert.IsType<Microsoft.ML.Transforms.Onnx.OnnxTransformer>(loaded);
        Assert.Equal(loaded.Transform(_digits).GetColumn<float[]>("Features"), step.Transform(_digits).GetColumn<float[]>("Features"));
    }

    private sealed class Word
    {
        [VectorType(MnistView.PixelCount)]
        public float[] Pixels { get; set; } = [];

        public string Answer { get; set; } = "";
    }
}
