using System.Text.Json;
using MlNetDigits.Console.Tests.Commands;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Console.Tests.Datasets;

/// <summary>Datasets that bring their own validation images.</summary>
public sealed class ValidationDatasetTests : IClassFixture<SmallDatasets>
{
    private const string OwnValidation = "36 to choose the best epoch with (its own validation images)";

    private readonly SmallDatasets _data;
    private readonly string _folder;

    public ValidationDatasetTests(SmallDatasets data)
    {
        _data = data;
        _folder = data.In("sides");
        if (Directory.Exists(_folder))
            return;
        foreach ((string side, int count) in ((string, int)[])[("train", 30), ("Valid", 12), ("test", 5)])
            data.Folder(Path.Combine("sides", side), count);
    }

    [Fact]
    public void Train_OwnValidationImages_ChooseTheEpochAndFitTheTemperature()
    {
        Invocation training = Train("own", "--epochs", "2"), evaluation = Invocation.Run("evaluate", "--model", _data.In("own"), "--dataset", _folder, "--json");

        IDictionary<string, string> facts = OnnxModel.Load(Path.Combine(_data.In("own"), "digits.onnx")).Metadata;
        Assert.Contains(OwnValidation, training.Error);
        Assert.Equal(("90", "36"), (facts["trainImages"], facts["validationImages"]));
        Assert.Contains("36 validation images of the dataset's own chose the epoch", File.ReadAllText(Path.Combine(_data.In("own"), "model-card.md")));
        JsonElement calibration = JsonDocument.Parse(evaluation.Output).RootElement.GetProperty("statistics").GetProperty("calibration");
        Assert.Equal("the 36 validation images of the training", calibration.GetProperty("fittedOn").GetString());
    }

    [Fact]
    public void Train_SeedsResumed_KeepsTheSameModel()
    {
        string[] options = ["--epochs", "2", "--seeds", "2", "--no-report"];
        Train("seeds", options);
        float[] first = Weights("seeds");

        Invocation resumed = Train("seeds", [.. options, "--resume", "--validation-fraction", "0.2"]);

        Assert.Contains("--validation-fraction has no effect", resumed.Error);
        Assert.Equal(first, Weights("seeds"));
    }

    [Fact]
    public void Data_OwnValidationImages_AreAColumn()
    {
        Invocation run = Invocation.Run("data", "--dataset", _folder), json = Invocation.Run("data", "--dataset", _folder, "--json");

        Assert.Matches(@"class\s+train\s+validation\s+test", run.Output);
        Assert.Matches(@"ankle boot\s+30\s+12\s+5", run.Output);
        Assert.Equal(36, JsonDocument.Parse(json.Output).RootElement.GetProperty("validation").GetInt32());
    }

    [Theory]
    [InlineData("lr-find", "--steps", "10", "--batch-size", "8")]
    [InlineData("cross-validate", "--folds", "2", "--epochs", "1")]
    [InlineData("train", "--search", "0.02", "--epochs", "1", "--no-report")]
    [InlineData("train", "--train-time", "1", "--no-report")]
    public void Run_OwnValidationImages_AreTaken(params string[] command)
    {
        string[] output = command[0] == "cross-validate" ? [] : ["-o", _data.In(string.Concat(command))];

        Invocation run = Invocation.Run([.. command, "--arch", "tiny", "--dataset", _folder, .. output]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(OwnValidation, run.Error);
    }

    private Invocation Train(string name, params string[] options)
    {
        Invocation run = Invocation.Run(["train", "--dataset", _folder, "--arch", "tiny", "--batch-size", "16", "--name", name, "-o", _data.Root, .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private float[] Weights(string name) => [.. MlNetDigits.Networks.NetworkImporter.Load(Path.Combine(_data.In(name), "digits.onnx"))[0].Parameters];
}
