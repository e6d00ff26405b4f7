using System.Text.Json;
using MlNetDigits.Tests;

namespace MlNetDigits.Console.Tests.Commands;

/// <summary>Networks for lines: training, cards, reading with them, figures.</summary>
public sealed class LineCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TrainLines_FewPictures_WritesANetworkThatReads()
    {
        string target = _folder.File("small"), picture = _folder.File("drawn");

        Invocation train = Invocation.Run("train-lines", "--pictures", "100", "--epochs", "1", "--seed", "2", "--output", target);
        Invocation.Run("synthesize", "--kind", "text", "--count", "2", "--output", picture);
        Invocation read = Invocation.Run("read", "--lines", target, Path.Combine(picture, "text"));
        Invocation card = Invocation.Run("card", Path.Combine(target, "lines.onnx"));

        Assert.Equal((0, string.Empty, 0, 0), (train.ExitCode, train.Error, read.ExitCode, card.ExitCode));
        Assert.Equal(["checkpoint.bin", "history.csv", "lines.onnx", "model-card.md"], Directory.GetFiles(target).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("lines for validation are wholly right", train.Output);
        Assert.Equal(File.ReadAllText(Path.Combine(target, "model-card.md")), card.Output);
        Assert.Contains("mlnet-digits train-lines --pictures 100 --epochs 1 --seed 2", card.Output);
    }

    [Fact]
    public void TrainLines_Resume_GivesTheBitsOfAnUninterruptedTraining()
    {
        string whole = _folder.File("whole"), parts = _folder.File("parts");
        string[] options = ["--pictures", "100", "--seed", "3"];

        Invocation.Run(["train-lines", .. options, "--epochs", "2", "--output", whole]);
        Directory.CreateDirectory(parts);
        File.Copy(Path.Combine(whole, "checkpoint.bin"), Path.Combine(parts, "checkpoint.bin"));
        Invocation again = Invocation.Run(["train-lines", .. options, "--epochs", "2", "--output", parts, "--resume", "--json"]);

        Assert.Equal(2, JsonDocument.Parse(again.Output).RootElement.GetProperty("history").GetArrayLength());
        Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "lines.onnx")), File.ReadAllBytes(Path.Combine(parts, "lines.onnx")));
    }

    [Fact]
    public void EvaluateLines_TestStrings_TellsEachSet()
    {
        Invocation run = Invocation.Run("evaluate-lines", "--count", "30", "--length", "4", "--json");

        JsonElement[] sets = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
        Assert.Equal(["spaced", "touching", "photographed"], sets.Select(set => set.GetProperty("name").GetString()));
        Assert.All(sets, set => Assert.Equal(30, set.GetProperty("lines").GetInt32()));
        Assert.All(sets, set => Assert.InRange(set.GetProperty("exact").GetProperty("estimate").GetDouble(), 0.6, 1));
        Assert.All(sets, set => Assert.InRange(set.GetProperty("digitErrors").GetDouble(), 0, 0.2));
    }

    [Fact]
    public void EvaluateLines_Labels_ReadsThosePicturesAndKeepsTheMisses()
    {
        string drawn = _folder.File("drawn"), misses = _folder.File("misses"), labels = Path.Combine(drawn, "labels.csv");
        Invocation.Run("synthesize", "--kind", "text", "--papers", "plain", "--no-camera", "--count", "6", "--output", drawn);
        string[] rows = File.ReadAllLines(labels);
        File.WriteAllLines(labels, [rows[0], .. rows.Skip(1).Select((row, i) => i == 0 ? string.Join(',', row.Split(',').Select((field, column) => column == 2 ? "0" : field)) : row)]);

        Invocation run = Invocation.Run("evaluate-lines", "--labels", labels, "--misses", misses);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("wholly right", run.Output);
        Assert.Contains(Directory.GetFiles(misses), file => Path.GetFileName(file).Contains("_0_", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("label,file\n", "names no picture")]
    [InlineData("name,text\na.png,1\n", "has the columns name, text, but must have file, and text or label")]
    [InlineData("file,text\nabsent.png,1\n", "names 'absent.png', which is not beside it")]
    public void EvaluateLines_LabelsThatDoNotFit_SaysWhat(string content, string message)
    {
        string labels = _folder.File("labels.csv");
        File.WriteAllText(labels, content);

        Invocation run = Invocation.Run("evaluate-lines", "--labels", labels);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error);
    }

    [Theory]
    [InlineData("--count", "10")]
    [InlineData("--length", "4")]
    [InlineData("--seed", "2")]
    [InlineData("--data", "folder")]
    public void EvaluateLines_LabelsAndWhatIsOfDrawing_SaysThatItDoesNothing(string option, string value)
    {
        Invocation run = Invocation.Run("evaluate-lines", "--labels", "absent.csv", option, value);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains($"{option} is of strings that are drawn", run.Error);
    }

    [Fact]
    public void Read_LinesThatAreNoNetwork_SaysSo()
    {
        string other = _folder.File("lines.onnx");
        File.WriteAllText(other, "no model");

        Assert.Contains(other, Invocation.Run("read", "--lines", other, "absent.png").Error);
        Assert.Contains("does not exist", Invocation.Run("read", "--lines", "absent.onnx", "absent.png").Error);
    }
}
