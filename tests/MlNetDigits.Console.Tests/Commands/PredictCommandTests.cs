using System.Text.Json;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class PredictCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    private static readonly string Samples = SampleFolder.Path;

    private string Model => Path.Combine(trained.Folder, "digits.onnx");

    [Fact]
    public void Predict_Files_WritesALineForEach()
    {
        string[] files = [.. Directory.GetFiles(Samples).Order().Take(3)];

        Invocation run = Invocation.Run(["predict", "--model", Model, .. files]);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, (line, i) => Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(files[i])}: \d \(\d+\.\d\d %\)\r?$", line));
    }

    [Fact]
    public void Predict_JsonOfAFolder_HasTenScoresForEachFile()
    {
        Invocation run = Invocation.Run("predict", "--model", Model, "--json", Samples);

        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(Directory.GetFiles(Samples).Length, json.GetArrayLength());
        Assert.All(json.EnumerateArray(), prediction =>
        {
            float[] scores = [.. prediction.GetProperty("scores").EnumerateArray().Select(score => score.GetSingle())];
            Assert.Equal(10, scores.Length);
            Assert.Equal(Array.IndexOf(scores, scores.Max()), prediction.GetProperty("digit").GetInt32());
        });
    }

    [Fact]
    public void Predict_TableWithDrawing_ShowsBoth()
    {
        Invocation run = Invocation.Run("predict", "--model", Model, "--format", "table", "--show", Directory.GetFiles(Samples).Order().First());

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("confidence", run.Output);
        Assert.Contains('█', run.Output);
    }

    [Fact]
    public void Predict_OneFileIsNoImage_RecognizesTheOthersAndFails()
    {
        string good = Directory.GetFiles(Samples).Order().First(), bad = Path.Combine(trained.Root, "bad.png");
        File.WriteAllText(bad, "not an image");

        Invocation run = Invocation.Run("predict", "--model", Model, bad, good);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(good, run.Output);
        Assert.StartsWith("error: ", run.Error);
        Assert.Contains(bad, run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Predict_MissingModel_IsOneLineAndExitCodeOne()
    {
        Invocation run = Invocation.Run("predict", "--model", "/missing/digits.onnx", Samples);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith("error: The model '/missing/digits.onnx' does not exist", run.Error);
    }

    [Fact]
    public void Predict_NoModelNamed_TellsWhichOneItTakes()
    {
        string[] arguments = ["predict", Directory.GetFiles(Samples).Order().First()];

        Invocation run = Invocation.RunIn(trained.WorkingFolder, arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"model: {Path.Combine("artifacts", "tiny", "digits.onnx")} (trained last)", run.Error);
    }
}
