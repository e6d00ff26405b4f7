using System.Globalization;
using System.Security.Cryptography;
using Microsoft.ML;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Reports;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Reports;

public sealed class ModelCardTests(ModelCardTests.Trained trained) : IClassFixture<ModelCardTests.Trained>
{
    [Fact]
    public void Create_TrainedModel_TellsDataRecipeFiguresAndHash()
    {
        string card = ModelCard.Create(trained.Path);

        string[] headings = [.. card.Split('\n').Where(line => line.StartsWith('#'))];
        Assert.Equal(["# Model card: digits.onnx", "## Data", "## Recipe", "## Figures", "## Limits", "## Reproduce"], headings);
        Assert.Contains("- 80 images trained the weights.", card);
        Assert.Contains("| learningRate | 0.004 |", card);
        Assert.Contains("| optimizer.kind | AdamW |", card);
        Assert.Contains($"SHA-256 of the file: `{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(trained.Path)))}`.", card);
        Assert.DoesNotContain('\r', card);
    }

    [Fact]
    public void Create_WithoutACommand_GivesTheRecipeAsCode()
    {
        string card = ModelCard.Create(trained.Path);

        Assert.Contains($"TrainingRecipe.Parse(\"\"\"{TrainingRecipe.ToJson(trained.Options)}\"\"\")", card);
    }

    [Fact]
    public void Create_ModelThatRefuses_TellsWhatAndHowOften()
    {
        string path = trained.WithFacts("refusing.onnx", (ModelMetadata.Rejection, "none"), (ModelMetadata.RefusedDigits, "0.0025"), (ModelMetadata.TestRefusedOthers, "0.98"), ("calibration.temperature", "1.2"));

        string card = ModelCard.Create(path);

        Assert.Contains("| refused of digits, wrongly | 0.25 % | - |", card);
        Assert.Contains("| refused of `none`, rightly | - | 98.00 % |", card);
        Assert.Contains("- It refuses images that are like those of `none`", card);
        Assert.Contains("- Its probabilities were calibrated on validation images", card);
    }

    [Fact]
    public void Create_SeveralRuns_TellsMeanAndSpread()
    {
        string path = trained.WithFacts("runs.onnx", ("runs.seed", "1,2,3"), ("runs.test.microAccuracy", "0.99,0.98,0.985"), (ModelMetadata.Command, "mlnet-digits train --seeds 3"));

        string card = ModelCard.Create(path);

        Assert.Contains("test accuracy 98.50 % ± 0.50 % (mean ± standard deviation), from 98.00 % to 99.00 %", card);
        Assert.Contains("| 2 | 98.00 % |", card);
        Assert.Contains("```\nmlnet-digits train --seeds 3\n```", card);
    }

    [Fact]
    public void Create_AnotherCulture_GivesTheSameText()
    {
        string expected = ModelCard.Create(trained.Path);
        CultureInfo before = CultureInfo.CurrentCulture;

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        string card = ModelCard.Create(trained.Path);
        CultureInfo.CurrentCulture = before;

        Assert.Equal(expected, card);
    }

    [Fact]
    public void Create_MetricsOfAnotherModelBeside_LeavesThemOut()
    {
        string path = trained.WithFacts("alone.onnx", ("test.microAccuracy", "0.5"));
        MetricsFile.Write(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, MetricsFile.Name), SampleReports.Training());

        Assert.DoesNotContain("| digit | recall |", ModelCard.Create(path));
        Assert.Contains("| digit | recall |", ModelCard.Create(path, SampleReports.Training()));
    }

    [Fact]
    public void Create_ForeignModel_NamesTheFileAndTheMend()
    {
        string path = trained.WithFacts("foreign.onnx", (ModelMetadata.Recipe, null));

        var error = Assert.Throws<InvalidDataException>(() => ModelCard.Create(path));

        Assert.StartsWith($"'{path}' tells nothing of its training: give a model", error.Message);
    }

    /// <summary>A model of a hundred digits, with metadata.</summary>
    public sealed class Trained : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Trained()
        {
            var ml = new MLContext(1);
            ConvolutionalNetworkTrainer trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Options);
            var digits = Sample.Train(100);
            var model = DigitPipeline.Create(ml, trainer).Fit(digits);
            ml.Model.ExportOnnx(model, digits.Schema, Path, ModelMetadata.Describe(trainer));
        }

        public ConvolutionalNetworkOptions Options { get; } = Sample.Quick with { ValidationSetFraction = 0.2f };

        public string Path => _folder.File("digits.onnx");

        public string WithFacts(string name, params (string Key, string? Value)[] facts)
        {
            OnnxModel model = OnnxModel.Load(Path);
            foreach ((string key, string? value) in facts)
            {
                if (value is null) model.Metadata.Remove(key);
                else model.Metadata[key] = value;
            }

            model.Save(_folder.File(name));
            return _folder.File(name);
        }

        public void Dispose() => _folder.Dispose();
    }
}
