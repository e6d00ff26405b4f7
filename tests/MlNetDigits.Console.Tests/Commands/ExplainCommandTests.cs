using System.Text.Json;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class ExplainCommandTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    private static readonly string Samples = SampleFolder.Path;

    private string Model => Path.Combine(trained.Folder, "digits.onnx");

    [Fact]
    public void Explain_TwoFiles_WritesASheetAndAPageForEach()
    {
        string output = Path.Combine(trained.Root, "two");

        Invocation run = Invocation.Run("explain", "--model", Model, "-o", output, Path.Combine(Samples, "7-pen.png"), Path.Combine(Samples, "3-shaded.jpg"));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(["3-shaded-explained.html", "3-shaded-explained.png", "7-pen-explained.html", "7-pen-explained.png"], Directory.GetFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Matches(@"7-pen\.png\r?\n  The model reads \d \((> )?\d+\.\d\d %\), then ", run.Output);
        Assert.Contains("  Grad-CAM at conv2d_3 finds ", run.Output);
        Assert.Contains($"  {Path.Combine(output, "7-pen-explained.html")}", run.Output);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(output, "7-pen-explained.png"))[..4]);
    }

    [Fact]
    public void Explain_FolderWithoutImages_SaysSoAndWritesNothing()
    {
        string folder = Directory.CreateDirectory(Path.Combine(trained.Root, "nothing")).FullName, output = Path.Combine(trained.Root, "nothing-explained");

        Invocation run = Invocation.Run("explain", "--model", Model, "-o", output, folder);

        Assert.Equal((1, false), (run.ExitCode, Directory.Exists(output)));
        Assert.StartsWith($"error: There is no image in '{folder}'", run.Error);
    }

    [Fact]
    public void Explain_JsonOfFilesOfOneName_TellsPathsAndLayers()
    {
        string file = Path.Combine(Samples, "4-pen.png"), copy = Path.Combine(Directory.CreateDirectory(Path.Combine(trained.Root, "copy")).FullName, "4-pen.png"), output = Path.Combine(trained.Root, "json");
        File.Copy(file, copy, overwrite: true);

        Invocation run = Invocation.Run("explain", "--model", Model, "--json", "--top", "2", "--layer", "conv2d_3", "-o", output, file, copy);

        JsonElement[] items = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
        Assert.Equal([Path.Combine(output, "4-pen-explained.png"), Path.Combine(output, "4-pen-explained-2.png")], items.Select(item => item.GetProperty("sheet").GetString()));
        Assert.All(items, item => Assert.True(File.Exists(item.GetProperty("page").GetString())));
        Assert.Equal(2, items[0].GetProperty("top").GetArrayLength());
        Assert.Equal(3, items[0].GetProperty("layers").GetArrayLength());
        Assert.Equal("conv2d_3", items[0].GetProperty("activationLayer").GetString());
    }

    [Fact]
    public void Explain_NoImageAndABlankOne_ExplainsTheOtherAndFails()
    {
        string bad = Path.Combine(trained.Root, "bad.png"), blank = Path.Combine(trained.Root, "blank.pgm"), output = Path.Combine(trained.Root, "one");
        File.WriteAllText(bad, "not an image");
        File.WriteAllBytes(blank, [.. "P5 40 40 255\n"u8, .. Enumerable.Repeat((byte)255, 1600)]);

        Invocation run = Invocation.Run("explain", "--model", Model, "-o", output, bad, blank, Path.Combine(Samples, "7-pen.png"));

        Assert.Equal(1, run.ExitCode);
        string[] errors = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, errors.Length);
        Assert.Contains(bad, errors[0]);
        Assert.Contains(blank, errors[1]);
        Assert.Equal(2, Directory.GetFiles(output).Length);
    }

    [Theory]
    [InlineData("--layer", "conv9", "The model has no layer 'conv9': use one of conv2d_1, ")]
    [InlineData("--member", "2", "The model has no member 2: give 1, as it is no ensemble.")]
    [InlineData("--top", "0", "--top is '0'; give a whole number from 1 to 1000.")]
    public void Explain_OptionThatDoesNotFit_SaysSoAndWritesNothing(string option, string value, string message)
    {
        string output = Path.Combine(trained.Root, "none");

        Invocation run = Invocation.Run("explain", "--model", Model, "-o", output, option, value, Path.Combine(Samples, "7-pen.png"));

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.StartsWith($"error: {message}", run.Error);
        Assert.False(Directory.Exists(output));
    }
}
