using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Datasets;
using MlNetDigits.Mapping;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Training;
using ModelMetadata = MlNetDigits.Pipelines.ModelMetadata;

namespace MlNetDigits.Tests.Training;

/// <summary>Trainings with a class of images to refuse.</summary>
public sealed class RejectionTests
{
    private const int Digits = 400;

    private static readonly ConvolutionalNetworkOptions Options = Sample.Learning with { Epoch = 3, ValidationSetFraction = 0.2f, RejectionClass = RejectionImages.Class };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_DigitsAndNoise_RefusesNoiseAndScoresAsOnnxRuntimeAndTheSavedZip(int members)
    {
        var ml = new MLContext(1);
        LabelledImageView images = RejectionImages.WithNoise(Digits);
        using TransformerChain<ConvolutionalNetworkTransformer> model = Sample.Fit(ml, Options with { Ensemble = members }, images);

        IDataView scored = model.Transform(images), saved = Reload(ml, model, images).Transform(images);

        float[] digitScores = [.. scored.GetColumn<float[]>("DigitScore").Select(Assert.Single)];
        Assert.True(digitScores[Digits..].Count(score => score < 0.5f) >= 95);
        Assert.True(digitScores[..Digits].Count(score => score >= 0.5f) >= 390);
        AssertClose(Sample.Scores(scored), Sample.Scores(saved));
        AssertClose(Sample.Scores(scored, "DigitScore"), Sample.Scores(saved, "DigitScore"));
        AssertClose(Sample.Scores(scored, "DigitScore"), Run(ml.Model.ToOnnx(model, images.Schema), images));
        Assert.Equal(10, ModelClasses.Of(scored.Schema).Count);
    }

    [Fact]
    public void Evaluate_DigitsOfTenClasses_IsTheOfficialEvaluators()
    {
        var ml = new MLContext(1);
        using var model = Sample.Fit(ml, Options, RejectionImages.WithNoise(Digits));

        MulticlassClassificationMetrics metrics = ml.MulticlassClassification.Evaluate(model.Transform(Sample.Test(300)));

        Assert.Equal(10, metrics.ConfusionMatrix.NumberOfClasses);
        Assert.InRange(metrics.MicroAccuracy, 0.7, 1);
    }

    [Fact]
    public void GetOutputSchema_InAChain_PromisesTheDigitScore()
    {
        var ml = new MLContext(1);
        LabelledImageView images = RejectionImages.WithNoise(100);

        var chain = Sample.Chain(ml, Options with { Epoch = 1, DigitScoreColumnName = "IsAny" }).Append(ml.Transforms.CopyColumns("Copy", "IsAny"));

        Assert.All(chain.Fit(images).Transform(images).GetColumn<float[]>("Copy"), digitScore => Assert.InRange(Assert.Single(digitScore), 0, 1));
    }

    [Fact]
    public void CrossValidate_DigitsAndNoise_Runs()
    {
        var ml = new MLContext(1);

        var folds = ml.MulticlassClassification.CrossValidate(RejectionImages.WithNoise(200), Sample.Chain(ml, Options with { Epoch = 1 }), numberOfFolds: 2);

        Assert.All(folds, fold => Assert.Contains(fold.ScoredHoldOutSet.Schema, column => column.Name == "DigitScore"));
    }

    [Fact]
    public void Fit_Validation_TellsWhatIsRefusedAndKeepsTheShare()
    {
        var ml = new MLContext(1);
        ConvolutionalNetworkTrainer trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Options);
        DigitPipeline.Create(ml, trainer).Fit(RejectionImages.WithNoise(Digits)).Dispose();

        RejectionReport refused = trainer.Validation!.Rejection!;

        Assert.Equal((0, 20, 20), (refused.RefusedDigits, refused.Others, refused.RefusedOthers));
        Assert.NotNull(trainer.Calibration);
        IReadOnlyDictionary<string, string> facts = ModelMetadata.Describe(trainer);
        Assert.Equal(("none", "0", "1"), (facts[ModelMetadata.Rejection], facts[ModelMetadata.RefusedDigits], facts[ModelMetadata.RefusedOthers]));
    }

    [Fact]
    public void Fit_Twice_GivesTheSameBytes()
    {
        LabelledImageView images = RejectionImages.WithNoise(200);
        ConvolutionalNetworkOptions options = Options with { Epoch = 1 };

        byte[] first = Bytes(options with { Threads = 1 }), second = Bytes(options with { Threads = 2 });

        Assert.Equal(first, second);

        byte[] Bytes(ConvolutionalNetworkOptions chosen)
        {
            var ml = new MLContext(1);
            return Sample.Bytes(ml, Sample.Chain(ml, chosen), images);
        }
    }

    [Theory]
    [InlineData("nothing", 3, "There is no class 'nothing' to refuse, only 0, 1, none: name one of them as RejectionClass.")]
    [InlineData("1", 3, "The class '1' to refuse is number 2 of 3, but must be the last: give the label's keys in that order.")]
    [InlineData("1", 2, "There is but one class beside '1', which is to be refused: give rows of at least 2 others.")]
    [InlineData("none", 3, "No row is of the class 'none' to refuse: give some, or leave RejectionClass null.")]
    public void Fit_ClassThatCannotBeRefused_SaysWhy(string rejection, int classes, string message)
    {
        var ml = new MLContext(1);
        string[] names = ["0", "1", "none"];
        var images = new LabelledImageView(new byte[4 * 784], [0, 1, 0, 1], names[..classes]);

        var error = Assert.ThrowsAny<Exception>(() => Sample.Fit(ml, Options with { RejectionClass = rejection }, images));

        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void ToDigitModel_InvertedMapping_KeepsTheDigitScore()
    {
        FormModel model = FormModels.Get(FormModels.Refusing);
        using var folder = new TemporaryFolder();
        OnnxModel.Load(model.Onnx).ToDigitModel(new ModelMapping { Scale = 255, IsInverted = true }).Save(folder.File("inverted.onnx"));
        byte[] noise = RejectionImages.Noise();
        using DigitRecognizer straight = DigitRecognizer.Load(model.Onnx), inverted = DigitRecognizer.Load(folder.File("inverted.onnx"));

        DigitPrediction expected = straight.Predict(DigitImage.FromPixels(noise)), actual = inverted.Predict(DigitImage.FromPixels([.. noise.Select(pixel => (byte)(255 - pixel))]));

        Assert.False(actual.IsDigit);
        Assert.Equal(expected.DigitProbability!.Value, actual.DigitProbability!.Value, 1e-4f);
    }

    private static ITransformer Reload(MLContext ml, ITransformer model, IDataView images)
    {
        using var zip = new MemoryStream();
        ml.Model.Save(model, images.Schema, zip);
        zip.Position = 0;
        return ml.Model.Load(zip, out _);
    }

    private static float[][] Run(OnnxModel model, LabelledImageView images)
    {
        using var session = new InferenceSession(model.ToBytes());
        using var input = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(images.Pixels.ToArray(), pixel => (float)pixel), [images.Count, 1, 28, 28]);
        using var run = new RunOptions();
        using var outputs = session.Run(run, ["Pixels"], [input], ["DigitScore"]);
        return [.. outputs[0].GetTensorDataAsSpan<float>().ToArray().Chunk(1)];
    }

    private static void AssertClose(float[][] expected, float[][] actual) =>
        Assert.All(expected.SelectMany(row => row).Zip(actual.SelectMany(row => row)), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
}
