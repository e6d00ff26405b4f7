using System.Text.Json;
using MlNetDigits.Console.Tests.Commands;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Datasets;

public sealed class DatasetCommandTests(SmallDatasets data) : IClassFixture<SmallDatasets>
{
    [Fact]
    public void Folder_TrainEvaluatePredict_KeepsLabelsOfAnyText()
    {
        string folder = data.Folder("photos", side: 40), model = Train("photos-model", folder);

        Invocation evaluation = Invocation.Run("evaluate", "--model", model, "--dataset", folder, "--json");
        Invocation prediction = Invocation.Run("predict", "--model", model, Path.Combine(folder, "七"), "--json");

        Assert.Equal((0, 0), (evaluation.ExitCode, prediction.ExitCode));
        TrainingReport report = MetricsFile.Read(Path.Combine(model, "metrics.json"));
        JsonElement json = JsonDocument.Parse(evaluation.Output).RootElement;
        Assert.Equal((report.Test.MicroAccuracy, 36), (json.GetProperty("microAccuracy").GetDouble(), json.GetProperty("images").GetInt32()));
        Assert.Equal(["[bag]", "ankle boot", "七"], json.GetProperty("classes").EnumerateArray().Select(each => each.GetProperty("name").GetString()));
        Assert.All(JsonDocument.Parse(prediction.Output).RootElement.EnumerateArray(), each => Assert.Contains(each.GetProperty("label").GetString(), SmallDatasets.Labels));
        Assert.Equal("resize", OnnxModel.Load(Path.Combine(model, "digits.onnx")).Metadata["normalize"]);
    }

    [Fact]
    public void Folder_EvaluateZip_ShowsTheClassesNames()
    {
        string folder = data.Folder("zipped", perClass: 20), model = Train("zipped-model", folder);

        Invocation run = Invocation.Run("evaluate", "--model", Path.Combine(model, "digits.zip"), "--test-dataset", folder);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("60 images", run.Output);
        Assert.Contains("ankle boot", run.Output);
        Assert.Contains("七", run.Output);
        Assert.Contains("[bag]", run.Output);
    }

    [Fact]
    public void Csv_TrainEvaluatePredict_SortsNumbersAndReadsRowsWithoutLabels()
    {
        string train = data.Csv("train.csv"), unlabelled = data.Csv("test.csv", perClass: 3, hasLabels: false), model = Train("csv-model", train);

        Invocation evaluation = Invocation.Run("evaluate", "--model", model, "--dataset", train, "--json");
        Invocation prediction = Invocation.Run("predict", "--model", model, unlabelled);

        JsonElement json = JsonDocument.Parse(evaluation.Output).RootElement;
        Assert.Equal(["9", "10"], json.GetProperty("classes").EnumerateArray().Select(each => each.GetProperty("name").GetString()));
        Assert.Equal(24, json.GetProperty("images").GetInt32());
        string[] lines = prediction.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        Assert.All(lines, (line, i) => Assert.Matches($@"test\.csv#{i + 1}: (9|10) \(", line));
    }

    [Fact]
    public void Csv_ModelOfDarkInk_IsTrainedOnWhitePaperAndInvertsBrightInk()
    {
        string dark = data.Csv("dark.csv", isDark: true), bright = data.Csv("bright.csv"), model = Train("dark-model", dark);

        Invocation same = Invocation.Run("evaluate", "--model", model, "--test-dataset", dark, "--json"), other = Invocation.Run("evaluate", "--model", model, "--test-dataset", bright, "--json");
        Invocation prediction = Invocation.Run("predict", "--model", model, bright);

        IDictionary<string, string> facts = OnnxModel.Load(Path.Combine(model, "digits.onnx")).Metadata;
        Assert.Equal("darkink", facts["polarity"]);
        Assert.Contains("\"background\":1", facts["recipe"]);
        Assert.Equal((string.Empty, "dataset: Images of bright ink on dark paper were inverted, as the model learned dark ink."), (same.Error, other.Error.TrimEnd()));
        Assert.Equal(same.Output, other.Output);
        Assert.StartsWith($"note: '{bright}': Images of bright ink", prediction.Error);
    }

    [Fact]
    public void Idx_TrainEvaluatePredict_TakesItsOwnTestImages()
    {
        string folder = data.Idx("fashion"), model = Train("idx-model", folder);

        Invocation evaluation = Invocation.Run("evaluate", "--model", model, "--dataset", folder, "--json");
        Invocation prediction = Invocation.Run("predict", "--model", model, Path.Combine(folder, "t10k-images-idx3-ubyte"));

        Assert.Equal(MetricsFile.Read(Path.Combine(model, "metrics.json")).Test.MicroAccuracy, JsonDocument.Parse(evaluation.Output).RootElement.GetProperty("microAccuracy").GetDouble());
        Assert.Contains("(its own)", evaluation.Error);
        Assert.Equal(30, prediction.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Evaluate_LabelUnknownToTheModel_NamesItAndTheModelsClasses()
    {
        string model = Train("unknown-model", data.Csv("known.csv", perClass: 30)), folder = data.Folder("unknown", perClass: 4);

        Invocation run = Invocation.Run("evaluate", "--model", model, "--test-dataset", folder);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("error: The model does not know the labels '[bag]' (4 images), 'ankle boot' (4 images), '七' (4 images); its 2 classes are 9, 10.", run.Error);
    }

    [Fact]
    public void Train_OneClass_WritesNothing()
    {
        string folder = Directory.CreateDirectory(data.In("single")).FullName, output = data.In("single-output");
        Directory.Move(Path.Combine(data.Folder("to-be-single", perClass: 3), "七"), Path.Combine(folder, "七"));

        Invocation run = Invocation.Run("train", "--dataset", folder, "--arch", "tiny", "-o", output);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("All 3 images of", run.Error);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void Data_Folder_ShowsClassesAndSplit()
    {
        Invocation run = Invocation.Run("data", "--dataset", data.Folder("shown", perClass: 10));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("folder of images, 3 classes; test images: 20 % of each class, chosen with seed 1", run.Output);
        Assert.Matches(@"ankle boot\s+8\s+2", run.Output);
        Assert.Contains("█", run.Output);
    }

    [Fact]
    public void LearningRateFinder_Csv_UsesItsClasses()
    {
        Invocation run = Invocation.Run("lr-find", "--dataset", data.Csv("rates.csv"), "--arch", "tiny", "--steps", "10", "--batch-size", "8", "-o", data.In("rates"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("suggested learning rate for tiny", run.Output);
    }

    private string Train(string name, string dataset)
    {
        Invocation run = Invocation.Run("image-classification", "--dataset", dataset, "--arch", "tiny", "--epochs", "1", "--batch-size", "16", "--name", name, "-o", data.Root);
        Assert.True(run.ExitCode == 0, run.Error);
        return data.In(name);
    }
}
