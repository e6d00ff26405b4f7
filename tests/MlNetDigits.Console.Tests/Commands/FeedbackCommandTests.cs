using System.Text.Json;
using MlNetDigits.Feedback;
using MlNetDigits.Idx;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class FeedbackCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Train_Feedback_TrainsOnTheCorrectedDigitsToo()
    {
        string file = Corrected("train.db", 100);

        Invocation run = Invocation.Run("train", "--feedback", file, "--arch", "tiny", "--limit", "500", "--epochs", "1", "--no-report", "-o", trained.Root, "--name", "corrected");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("feedback: 100 corrected digits to train on too", run.Error);
        Assert.EndsWith($"--feedback {file}", MetricsFile.Read(Path.Combine(trained.Root, "corrected", "metrics.json")).Command);
    }

    [Fact]
    public void Evaluate_Feedback_ReportsOnTheCorrectedDigits()
    {
        string file = Corrected("evaluate.db", 40);

        Invocation run = Invocation.Run("evaluate", "--feedback", file, "--model", trained.Folder, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(40, JsonDocument.Parse(run.Output).RootElement.GetProperty("images").GetInt32());
    }

    [Fact]
    public void Feedback_Export_WritesIdxFilesThatAreReadBack()
    {
        string folder = Path.Combine(trained.WorkingFolder, "exported");

        Invocation run = Invocation.Run("feedback", Corrected("export.db", 20), "--export", folder);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (byte)(i % 10)), IdxReader.ReadLabels(Path.Combine(folder, FeedbackDigits.LabelsName)).Data);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("evaluate")]
    public void Feedback_MissingFile_IsOneLineAndExitCodeOne(string command)
    {
        string missing = Path.Combine(trained.WorkingFolder, "missing.db");

        Invocation run = Invocation.Run(command, "--feedback", missing);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains($"error: The feedback file '{missing}' does not exist.", run.Error);
        Assert.False(File.Exists(missing));
    }

    /// <summary>Stores digits whose stroke stands further to the right the greater they are.</summary>
    private string Corrected(string name, int count)
    {
        string path = Path.Combine(trained.WorkingFolder, name);
        FeedbackStore store = FeedbackStore.Open(path);
        for (int i = 0; i < count; i++)
        {
            int digit = i % 10;
            byte[] pixels = new byte[784];
            for (int row = 5; row < 23; row++) pixels[(row * 28) + 4 + (2 * digit)] = 255;
            store.Add(new FeedbackEntry { Created = DateTimeOffset.UnixEpoch, Pixels = pixels, Label = digit, Predicted = (digit + 1) % 10, Confidence = 0.5f, Model = "tiny" });
        }

        return path;
    }
}
