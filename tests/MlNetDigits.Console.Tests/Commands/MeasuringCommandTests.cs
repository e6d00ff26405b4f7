using System.Text.Json;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class MeasuringCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlnet-digits").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void LrFind_FewSteps_WritesTableAndPicture()
    {
        Invocation run = Invocation.Run("lr-find", "--arch", "tiny", "--steps", "30", "--batch-size", "16", "--json", "-o", _folder);

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "tiny", "lr-find.csv"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(json.GetProperty("points").GetArrayLength() + 1, lines.Length);
        Assert.InRange(json.GetProperty("suggestion").GetDouble(), 1e-5, 1);
        Assert.StartsWith("<svg ", File.ReadAllText(Path.Combine(_folder, "tiny", "lr-find.svg")));
    }

    [Fact]
    public void Train_Search_TrainsTheWinner()
    {
        Invocation run = Invocation.Run("train", "--search", "0.05", "--arch", "lenet5", "--limit", "600", "--epochs", "1", "--no-report", "-o", _folder);

        string[] winner = [.. File.ReadLines(Path.Combine(_folder, "search", "search.csv")).Single(line => line.EndsWith(",true", StringComparison.Ordinal)).Split(',')];
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"Winner: --arch lenet5 --learning-rate {winner[3]} --schedule {winner[4]} --augment {winner[5]} --dropout {winner[6]}", run.Output);
        Assert.Contains("\"architecture\": \"lenet5\"", File.ReadAllText(Path.Combine(_folder, "search", "metrics.json")));
        Assert.True(File.Exists(Path.Combine(_folder, "search", "search.svg")));
    }

    [Theory]
    [InlineData("error: --search and --resume do not go together", "train", "--search", "1", "--resume")]
    [InlineData("error: There is no architecture 'alexnet': use one of", "benchmark", "alexnet")]
    [InlineData("error: --rounds is '0'; give a whole number from 1 to 10000.", "benchmark", "--rounds", "0")]
    [InlineData("error: --steps is '9'; give a whole number from 10 to 100000.", "lr-find", "--steps", "9")]
    public void Run_BadInput_IsOneLine(string message, params string[] arguments)
    {
        Invocation run = Invocation.Run(arguments);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error);
    }
}
