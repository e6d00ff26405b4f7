using System.Text.Json;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>What a training tells, and what it leaves behind beside its model.</summary>
public sealed class TrainOutputTests : IDisposable
{
    private static readonly string[] Small = ["image-classification", "--arch", "tiny", "--limit", "500", "--no-report", "--device", "cpu"];

    private readonly string _root = Directory.CreateTempSubdirectory("Prüfung mit Leerzeichen ").FullName;

    [Fact]
    public void Train_Quiet_SaysInSentencesWhatCameOut()
    {
        Invocation run = Train("--epochs", "2", "-v", "q", "--name", "klein ä");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.Matches(@"^The model recognizes \d+\.\d\d % of 10,000 test images; [\d,]+ are wrong\.$", lines[0].TrimEnd());
        Assert.Matches(@"^Training took \d+\.\d s for 2 epochs\.$", lines[2].TrimEnd());
        Assert.Equal($"Use it: mlnet-digits predict --model \"{Path.Combine("artifacts", "klein ä")}\" image.png", lines[4].TrimEnd());
    }

    [Fact]
    public void Train_LogFile_HasSettingsEpochsAndSentences()
    {
        string log = Path.Combine(_root, "train.log");

        TrainWithin("--epochs", "2", "--log-file-path", log);

        string text = File.ReadAllText(log);
        Assert.Contains("command: mlnet-digits train --arch tiny --epochs 2 --limit 500", text);
        Assert.Contains("recipe: {", text);
        Assert.Contains(" epoch 2: loss ", text);
        Assert.Contains(" The model recognizes ", text);
    }

    [Fact]
    public void Train_Diagnostic_TellsTheSettings() => Assert.Contains("recipe: {\"architecture\":\"tiny\"", TrainWithin("--epochs", "1", "--verbosity", "diag").Output);

    [Fact]
    public void Train_BadDataset_IsLogged()
    {
        string log = Path.Combine(_root, "train.log");

        Invocation run = TrainWithin("--dataset", "nowhere", "--log-file-path", log);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nowhere", File.ReadAllText(log));
    }

    [Fact]
    public void Train_Time_PlansEpochsAndRecordsThem()
    {
        Invocation run = Train("--train-time", "60", "--epochs", "3", "--name", "timed");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("In 60.0 s training is planned with ", run.Output);
        TrainingReport report = MetricsFile.Read(Path.Combine(_root, "artifacts", "timed", "metrics.json"));
        Assert.InRange(report.Epochs, 1, 3);
        Assert.Matches(@"--epochs [123] --patience [123] --limit 500$", report.Command);
    }

    [Fact]
    public void Train_Generate_WritesAppsWithTheModel()
    {
        Invocation run = Train("--epochs", "1", "--name", "photos", "--generate");

        Assert.Equal(0, run.ExitCode);
        string folder = Path.Combine(_root, "artifacts", "photos");
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "digits.zip")), File.ReadAllBytes(Path.Combine(folder, "project", "model", "digits.zip")));
        Assert.Contains("Wrote Photos.Console and Photos.Web in ", run.Output);
    }

    [Fact]
    public void Train_JsonAndQuiet_IsTheDocumentAlone()
    {
        Invocation run = TrainWithin("--epochs", "1", "--json", "--verbosity", "quiet");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(1, JsonDocument.Parse(run.Output).RootElement.GetProperty("epochs").GetInt32());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Invocation Train(params string[] arguments) => Invocation.RunProcessIn(_root, [.. Small, .. arguments]);

    /// <summary>Trains where paths in the output do not matter, which needs no process for the sake of its working folder.</summary>
    private Invocation TrainWithin(params string[] arguments) => Invocation.Run([.. Small, "-o", Path.Combine(_root, "artifacts"), .. arguments]);
}
