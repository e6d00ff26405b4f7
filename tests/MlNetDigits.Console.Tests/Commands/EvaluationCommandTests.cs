using System.Text.Json;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class EvaluationCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Evaluate_TrainedModel_FitsTheTemperatureOnItsValidationDigits()
    {
        Invocation run = Invocation.Run("evaluate", "-m", trained.Folder, "--limit", "300", "--json");

        JsonElement calibration = JsonDocument.Parse(run.Output).RootElement.GetProperty("statistics").GetProperty("calibration");
        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("validation images of the training", calibration.GetProperty("fittedOn").GetString(), StringComparison.Ordinal);
        Assert.InRange(calibration.GetProperty("temperature").GetDouble(), 0.05, 20);
    }

    [Fact]
    public void Compare_ModelWithItself_FindsNoDifference()
    {
        Invocation run = Invocation.Run("compare", trained.Folder, Path.Combine(trained.Folder, "digits.zip"), "--limit", "200");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No image tells the models apart", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Robustness_Output_WritesATableAndCurves()
    {
        string folder = Path.Combine(trained.Root, "robustness");

        Invocation run = Invocation.Run("robustness", "-m", trained.Folder, "--limit", "50", "-o", folder, "--json");

        Assert.Equal((0, 13), (run.ExitCode, JsonDocument.Parse(run.Output).RootElement.GetProperty("corruptions").GetArrayLength()));
        Assert.Equal(["robustness.csv", "robustness.png", "robustness.svg"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        Assert.Equal(1 + 1 + (13 * 5), File.ReadAllLines(Path.Combine(folder, "robustness.csv")).Length);
        Assert.Contains("motion-blur, strength 5", File.ReadAllText(Path.Combine(folder, "robustness.svg")));
    }

    [Fact]
    public void Robustness_MissingModel_LeavesTheFileAsItWas()
    {
        string folder = Directory.CreateDirectory(Path.Combine(trained.Root, "old")).FullName, csv = Path.Combine(folder, "robustness.csv");
        File.WriteAllText(csv, "old");

        Invocation run = Invocation.Run("robustness", "-m", "missing.onnx", "-o", folder);

        Assert.Equal((1, "old"), (run.ExitCode, File.ReadAllText(csv)));
        Assert.StartsWith("error: The model 'missing.onnx' does not exist", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void CrossValidate_TwoFolds_TellsMeanAndSpread()
    {
        Invocation run = Invocation.Run("cross-validate", "--arch", "tiny", "--folds", "2", "--limit", "200", "--epochs", "1", "--json");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(2, json.GetProperty("folds").GetArrayLength());
        Assert.InRange(json.GetProperty("microAccuracy").GetProperty("mean").GetDouble(), 0, 1);
    }

    [Fact]
    public void Evaluate_ImagesOfOneClass_GivesItsFigures()
    {
        Invocation run = Invocation.Run("evaluate", "-m", trained.Folder, "--limit", "1");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("  1 image", run.Output, StringComparison.Ordinal);
        Assert.Contains("All images are of the class 7", run.Output, StringComparison.Ordinal);
    }
}
