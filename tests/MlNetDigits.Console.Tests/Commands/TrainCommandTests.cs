using System.Diagnostics;
using System.Text.Json;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class TrainCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Train_FewImages_WritesAllFiles()
    {
        Assert.Equal((0, string.Empty), (trained.Run.ExitCode, trained.Run.Error));
        Assert.Equal(
            ["checkpoint", "digits.onnx", "digits.zip", "history.csv", "metrics.json", "model-card.md", "pictures", "report.html"],
            Directory.GetFileSystemEntries(trained.Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Train_PlainOutput_HasALinePerEpochAndNoControlCharacters()
    {
        Assert.Contains("epoch 1/2: loss ", trained.Run.Output);
        Assert.Contains("epoch 2/2: loss ", trained.Run.Output);
        Assert.Contains("true digit by row, recognized digit by column", trained.Run.Output);
        Assert.Contains("peak memory", trained.Run.Output);
        Assert.DoesNotContain('\e', trained.Run.Output);
        Assert.DoesNotContain('\r', trained.Run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Train_Metrics_AgreeWithHistory()
    {
        TrainingReport report = MetricsFile.Read(Path.Combine(trained.Folder, "metrics.json"));
        var history = HistoryFile.Read(Path.Combine(trained.Folder, "history.csv"));

        Assert.Equal((2, 2, 7), (report.Epochs, history.Count, report.Seed));
        Assert.Equal(10_000, report.Test.Confusion.Sum(row => row.Sum()));
        Assert.Equal(history[report.BestEpoch - 1].ValidationAccuracy, report.Validation!.MicroAccuracy);
        Assert.True(history[report.BestEpoch - 1].IsBest);
    }

    [Theory]
    [InlineData("digits.onnx")]
    [InlineData("digits.zip")]
    public void Evaluate_SavedModel_RepeatsTheTestMetrics(string file)
    {
        TrainingReport report = MetricsFile.Read(Path.Combine(trained.Folder, "metrics.json"));

        Invocation run = Invocation.Run("evaluate", "--model", Path.Combine(trained.Folder, file), "--json");

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(report.Test.MicroAccuracy, json.GetProperty("microAccuracy").GetDouble());
        Assert.Equal(report.Test.LogLoss, json.GetProperty("logLoss").GetDouble(), 1e-6);
    }

    [Fact]
    public void Summary_OfTheOnnxFile_ShowsItsInputAndMetadata()
    {
        Invocation run = Invocation.Run("summary", Path.Combine(trained.Folder, "digits.onnx"));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("Pixels", run.Output);
        Assert.Contains("architecture tiny", run.Output);
    }

    [Theory]
    [InlineData("evaluate", "digits.onnx")]
    [InlineData("evaluate", "digits.zip")]
    [InlineData("summary", "digits.onnx")]
    public void Run_DamagedModel_IsOneLineThatNamesTheFile(string command, string file)
    {
        string damaged = Path.Combine(trained.Root, $"{command}-damaged-{file}");
        File.WriteAllBytes(damaged, File.ReadAllBytes(Path.Combine(trained.Folder, file))[..2_000]);

        Invocation run = command == "summary" ? Invocation.Run(command, damaged) : Invocation.Run(command, "--model", damaged, "--limit", "100");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("error: ", run.Error);
        Assert.Contains(damaged, run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Train_Interrupted_SavesTheBestAndExitsWith130()
    {
        if (OperatingSystem.IsWindows())
            return;

        using Process process = Invocation.Start("train", "--arch", "tiny", "--limit", "500", "--epochs", "5000", "--patience", "0", "--no-report", "-o", trained.Root, "--name", "interrupted", "--json");
        string? line = process.StandardError.ReadLine();
        while (line is not null && !line.StartsWith("epoch 1/5000: loss ", StringComparison.Ordinal))
            line = process.StandardError.ReadLine();
        Assert.NotNull(line);

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Invocation run = Invocation.Finish(process);

        Assert.Equal(130, run.ExitCode);
        TrainingReport report = MetricsFile.Read(Path.Combine(trained.Root, "interrupted", "metrics.json"));
        Assert.Equal(StopReason.Cancellation, report.StoppedBy);
        Assert.Equal(report.Epochs, JsonDocument.Parse(run.Output).RootElement.GetProperty("epochs").GetInt32());
    }

    [Fact]
    public void Train_Resumed_GoesOnAfterTheInterruption()
    {
        string[] arguments = ["train", "--arch", "tiny", "--limit", "500", "--epochs", "3", "--no-report", "-o", trained.Root, "--name", "resumed", "--json"];
        Invocation.Run(arguments);

        Invocation run = Invocation.Run([.. arguments, "--resume"]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(3, JsonDocument.Parse(run.Output).RootElement.GetProperty("epochs").GetInt32());
    }

    [Fact]
    public void Train_UnwritableOutput_FailsBeforeTraining()
    {
        string file = Path.Combine(trained.Folder, "digits.onnx");

        Invocation run = Invocation.Run("train", "--arch", "tiny", "-o", file);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: The output folder '{Path.Combine(file, "tiny")}' cannot be written to", run.Error);
    }

    [Fact]
    public void Train_MissingData_NamesTheFolder()
    {
        string missing = Path.Combine(trained.Root, "missing");

        Invocation run = Invocation.Run("train", "-o", trained.Root, "--name", "none", "--data", missing);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains($"'{missing}'", run.Error);
    }

    [Theory]
    [InlineData("--epochs is '0'; give a whole number from 1 to 100000.", "--epochs", "0")]
    [InlineData("--learning-rate is '0,001'; give a number from", "--learning-rate", "0,001")]
    [InlineData("--arch is 'alexnet'; give one of standard, simple, lenet5, resnet, tiny, fast, best.", "--arch", "alexnet")]
    [InlineData("--device is 'gpu', but networks are trained on cpu alone", "--device", "gpu")]
    [InlineData("--verbosity is 'loud'; give one of q[uiet], m[inimal], diag[nostic].", "--verbosity", "loud")]
    [InlineData("--train-time is '2,5'; give a number from", "--train-time", "2,5")]
    [InlineData("--train-time plans a training anew", "--train-time", "2", "--resume")]
    [InlineData("The project 'none.csproj' does not exist", "--generate", "--reference-project", "none.csproj")]
    [InlineData("The name 'a/b' cannot be a folder's name", "--name", "a/b")]
    public void Train_BadInput_IsOneLineAndExitCodeOne(string message, params string[] arguments)
    {
        Invocation run = Invocation.Run(["train", "-o", trained.Root, .. arguments]);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: {message}", run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
