using System.Text.Json;
using MlNetDigits.Datasets;

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

        Invocation run = Invocation.RunProcessIn(trained.WorkingFolder, arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"model: {Path.Combine("artifacts", "tiny", "digits.onnx")} (trained last)", run.Error);
    }

    [Fact]
    public void Predict_CsvUnderGermanCulture_HasPointsAndQuotes()
    {
        string folder = Directory.CreateDirectory(Path.Combine(trained.Root, "Bilder, ä")).FullName, file = Path.Combine(folder, "sieben.png");
        File.Copy(Path.Combine(Samples, "7-pen.png"), file, overwrite: true);

        Invocation run = Invocation.Run("predict", "--model", Model, "--format", "csv", folder);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] lines = run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal("file,label,confidence,error,score_0,score_1,score_2,score_3,score_4,score_5,score_6,score_7,score_8,score_9", lines[0]);
        Assert.Matches($@"^""{System.Text.RegularExpressions.Regex.Escape(file)}"",\d,0\.\d+,(,[\d.E-]+){{10}}$", lines[1]);
    }

    [Fact]
    public void Predict_JsonLines_AreADocumentForEachFileAndError()
    {
        string missing = Path.Combine(trained.Root, "fehlt-ä.png");

        Invocation run = Invocation.RunProcess("predict", "--model", Model, "--format", "jsonl", Path.Combine(Samples, "7-pen.png"), missing);

        Assert.Equal(1, run.ExitCode);
        JsonElement[] lines = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(10, lines[0].GetProperty("scores").GetArrayLength());
        Assert.Equal(missing, lines[1].GetProperty("file").GetString());
        Assert.Contains(missing, lines[1].GetProperty("error").GetString());
        Assert.Contains("fehlt-ä.png", run.Output);
    }

    [Fact]
    public void Predict_Dash_ReadsAnImageFromStandardInput()
    {
        byte[] image = File.ReadAllBytes(Path.Combine(Samples, "7-pen.png"));

        Invocation run = Invocation.RunProcessWithInput(image, "predict", "--model", "best", "-");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("-: 7 (", run.Output);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\0")]
    public void Predict_ListOnStandardInput_ReadsItsFiles(string end)
    {
        string[] files = [Path.Combine(Samples, "7-pen.png"), Path.Combine(Samples, "3-pen.png")];

        Invocation run = Invocation.RunWithInput(System.Text.Encoding.UTF8.GetBytes(string.Concat(files.Select(file => file + end))), "predict", "--model", "best", "--files-from", "-");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal([$"{files[0]}: 7", $"{files[1]}: 3"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" (")[0]));
    }

    [Fact]
    public void Predict_Pattern_RecognizesWhatMatches()
    {
        Invocation run = Invocation.Run("predict", "--model", "best", Path.Combine(Samples, "?-pen.png"));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(Directory.GetFiles(Samples, "?-pen.png").Order(StringComparer.Ordinal), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[0]));
    }

    [Fact]
    public void Predict_FolderWithFoldersBelow_RecognizesAllAndNamesTheRest()
    {
        string folder = Path.Combine(trained.Root, "nested"), deep = Directory.CreateDirectory(Path.Combine(folder, "a", "b")).FullName;
        File.Copy(Path.Combine(Samples, "7-pen.png"), Path.Combine(deep, "7.png"));
        File.WriteAllText(Path.Combine(folder, "labels.csv"), "file,label\na/b/7.png,7\n");

        Invocation run = Invocation.Run("predict", "--model", "best", folder);

        Assert.Equal((0, $"{folder}: 1 file is no image that can be read, and is left out: labels.csv."), (run.ExitCode, run.Error.TrimEnd()));
        Assert.StartsWith($"{Path.Combine(deep, "7.png")}: 7 (", run.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Predict_FolderWithoutImages_SaysSoAndFails(string format)
    {
        string folder = Directory.CreateDirectory(Path.Combine(trained.Root, "no images", "below")).Parent!.FullName;

        Invocation run = Invocation.Run("predict", "--model", "tiny", "--format", format, folder);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal($"error: There is no image in '{folder}' or the folders below; name images, or a folder that has some.", run.Error.TrimEnd());
    }

    [Fact]
    public void Predict_OneOfTwoFoldersHasNoImages_SaysSoAndSucceeds()
    {
        string empty = Directory.CreateDirectory(Path.Combine(trained.Root, "nothing")).FullName;

        Invocation run = Invocation.Run("predict", "--model", "tiny", empty, Samples);

        Assert.Equal((0, $"note: there is no image in '{empty}' or the folders below."), (run.ExitCode, run.Error.TrimEnd()));
        Assert.StartsWith(Samples, run.Output);
    }

    [Fact]
    public void Predict_EmptyList_SaysSoAndFails()
    {
        Invocation run = Invocation.RunWithInput([], "predict", "--model", "tiny", "--files-from", "-");

        Assert.Equal((1, "error: The list names no file; give the paths of images, one a line."), (run.ExitCode, run.Error.TrimEnd()));
    }

    [Theory]
    [InlineData("", ",label", "0,", ",7")]
    [InlineData("target,", "", "7,", "")]
    [InlineData(null, null, "0,7,", "")]
    [InlineData(null, null, "", ",7")]
    public void Predict_CsvWithOtherColumns_RecognizesItsPixels(string? headStart, string? headEnd, string start, string end)
    {
        string pixels = string.Join(',', new ImageForm { Normalization = ImageNormalization.Resize }.Load(Path.Combine(Samples, "7-mnist-0.png"))), path = Path.Combine(trained.Root, "rows.csv");
        string header = string.Join(',', Enumerable.Range(0, 784).Select(pixel => $"pixel{pixel}"));
        File.WriteAllLines(path, [.. headStart is null ? Array.Empty<string>() : [$"{(headStart == "" ? "," : headStart)}{header}{headEnd}"], $"{start}{pixels}{end}"]);

        Invocation run = Invocation.Run("predict", "--model", "best", path);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith($"{path}#1: 7 (", run.Output);
    }

    [Fact]
    public void Predict_Animation_RecognizesItsFirstFrameAndSaysSo()
    {
        // A post of 3x16 pixels, then an empty frame.
        byte[] gif = Convert.FromBase64String("R0lGODlhGAAYAIAAAAAAAP///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQEAAAAACwAAAAAGAAYAAACKISPqcvtD6M0oU5Vw015o+5RVgiAoemhm3qxkyvBkQzRj+3g5M73TAEAIfkEBQAAAAAsCwAEAAMAEACATGlxAAAAAgaMj6nLfQUAOw==");

        Invocation run = Invocation.RunWithInput(gif, "predict", "--model", "best", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("-: 1 (", run.Output);
        Assert.Equal("note: 'standard input' has 2 frames or pages; the first is read.", run.Error.TrimEnd());
    }

    [Theory]
    [InlineData("0.5", "Pixels are numbers from 0 to 1; they were multiplied by 255.")]
    [InlineData("1", "Pixels are 0 and 1 alone; they were multiplied by 255.")]
    public void Predict_CsvOfZeroToOne_IsScaledAndSaysSo(string ink, string expected)
    {
        string csv = Path.Combine(trained.Root, $"unit-{ink}.csv");
        File.WriteAllText(csv, string.Join(',', Enumerable.Range(0, 784).Select(pixel => pixel % 28 is 13 or 14 && pixel / 28 is >= 4 and < 24 ? ink : "0")));

        Invocation run = Invocation.Run("predict", "--model", "best", csv);

        Assert.Equal((0, $"note: '{csv}': {expected}"), (run.ExitCode, run.Error.TrimEnd()));
        Assert.StartsWith($"{csv}#1: 1 (", run.Output);
    }

    [Theory]
    [InlineData("There is no image to recognize")]
    [InlineData("Standard input can be read once", "-", "--files-from", "-")]
    [InlineData("No file matches 'nothing-*.png'", "nothing-*.png")]
    [InlineData("--format is 'xml'; give one of text, table, csv, json, jsonl.", "--format", "xml")]
    public void Predict_BadInput_IsOneLine(string message, params string[] arguments)
    {
        Invocation run = Invocation.RunWithInput([], ["predict", "--model", "tiny", .. arguments]);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: {message}", run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
