using System.Text.Json;
using Packages.Tests.Packing;

namespace Packages.Tests.Tool;

[Collection(FeedCollection.Name)]
public sealed class ToolTests(Feed feed, InstalledTool tool) : IClassFixture<InstalledTool>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await tool.InstallAsync(feed);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Predict_OutsideTheCheckout_UsesTheModelInside()
    {
        string image = Path.Combine(tool.Work, "fünf.png");
        File.Copy(Build.Sample("5-pen.png"), image);

        (int code, string output, string error) = await tool.Run("predict", "fünf.png").EndAsync();

        Assert.Equal((0, "fünf.png: 5"), (code, output[..11]));
        Assert.EndsWith("robust.onnx (shipped)", error.Split('\n')[0].TrimEnd());
        Assert.Equal([image], Directory.GetFileSystemEntries(tool.Work));
        Assert.Empty(Directory.GetFileSystemEntries(tool.Home));
        Assert.Equal(["mlnet-digits"], Directory.GetFileSystemEntries(tool.Cache).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Evaluate_OutsideTheCheckout_ScoresTheTestImages()
    {
        string output = await tool.Run("evaluate", "--json", "--model", Shipped("tiny")).RunAsync();

        Assert.InRange(JsonDocument.Parse(output).RootElement.GetProperty("microAccuracy").GetDouble(), 0.995, 1);
    }

    [Fact]
    public async Task Train_OutsideTheCheckout_WritesTheModelToTheWorkingFolder()
    {
        await tool.Run("train", "--preset", "fast", "--epochs", "1", "--limit", "6000", "--no-report").RunAsync();

        Assert.True(File.Exists(Path.Combine(tool.Work, "artifacts", "fast", "digits.onnx")));
        Directory.Delete(Path.Combine(tool.Work, "artifacts"), recursive: true);
    }

    private string Shipped(string name) => Directory.GetFiles(tool.Place, $"{name}.onnx", SearchOption.AllDirectories).Single();
}
