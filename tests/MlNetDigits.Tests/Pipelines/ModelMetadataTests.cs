using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

public sealed class ModelMetadataTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Describe_FittedTrainer_NamesTrainingAndTest()
    {
        var trainer = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick with { Epoch = 2, ValidationSetFraction = 0.2f });
        var model = DigitPipeline.Create(_ml, trainer).Fit(Sample.Train(64));
        MulticlassClassificationMetrics test = _ml.MulticlassClassification.Evaluate(model.Transform(Sample.Test(50)));

        var facts = ModelMetadata.Describe(trainer, test);

        Assert.Equal(("lenet5", "2", "1"), (facts["architecture"], facts["epochs"], facts["seed"]));
        Assert.Equal(trainer.Network!.ParameterCount, int.Parse(facts["parameters"], CultureInfo.InvariantCulture));
        Assert.Equal(64, int.Parse(facts["trainImages"], CultureInfo.InvariantCulture) + int.Parse(facts["validationImages"], CultureInfo.InvariantCulture));
        Assert.Equal(test.MicroAccuracy, double.Parse(facts["test.microAccuracy"], CultureInfo.InvariantCulture));
        Assert.Equal(test.LogLoss, double.Parse(facts["test.logLoss"], CultureInfo.InvariantCulture));
        Assert.Equal(trainer.TrainingDataHash, facts[ModelMetadata.TrainingDataHash]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", facts["libraryVersion"]);
    }

    [Fact]
    public void Describe_NeitherValidationNorTest_LeavesThemOut()
    {
        var trainer = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick);
        trainer.Fit(Sample.Prepared(_ml, Sample.Train(40)));

        var facts = ModelMetadata.Describe(trainer);

        Assert.DoesNotContain(facts.Keys, key => key.StartsWith("test.", StringComparison.Ordinal) || key.StartsWith("validation.", StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", string.Join(' ', facts.Values));
    }

    [Fact]
    public void Describe_BeforeFit_Throws()
    {
        var trainer = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork();

        var error = Assert.Throws<InvalidOperationException>(() => ModelMetadata.Describe(trainer));

        Assert.Contains("fit its chain", error.Message);
    }

    [Fact]
    public void ExportOnnx_WithMetadata_ReproducesTheFileFromItsOwnRecipe()
    {
        string first = _folder.File("first.onnx"), second = _folder.File("second.onnx");
        Export(Sample.Quick with { Seed = 5, Architecture = "tiny", Dropout = 0.1f }, first);

        Export(TrainingRecipe.Parse(OnnxModel.Load(first).Metadata[ModelMetadata.Recipe]), second);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        Assert.Equal("tiny", OnnxModel.Load(second).Metadata["architecture"]);
    }

    private void Export(ConvolutionalNetworkOptions options, string path)
    {
        var trainer = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
        var digits = Sample.Train(64);
        var model = DigitPipeline.Create(_ml, trainer).Fit(digits);
        MulticlassClassificationMetrics test = _ml.MulticlassClassification.Evaluate(model.Transform(Sample.Test(50)));
        _ml.Model.ExportOnnx(model, digits.Schema, path, ModelMetadata.Describe(trainer, test));
    }
}
