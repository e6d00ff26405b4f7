using System.Text.Json;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class TrainDrawnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_DrawnPictures_ScoresMnistsTestDigitsAndTellsWhatItRefuses()
    {
        Invocation run = Invocation.Run(["train", "--preset", "fast", "--epochs", "1", "--drawn", "60", "--no-report", "--name", "drawn", "--output", _folder.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"refused \d+\.\d\d % of digits \(\d+ of 10,000\)", run.Output);
        Assert.Equal("none", OnnxModel.Load(_folder.File("drawn/digits.onnx")).Metadata[ModelMetadata.Rejection]);
        using JsonDocument metrics = JsonDocument.Parse(File.ReadAllText(_folder.File("drawn/metrics.json")));
        Assert.InRange(metrics.RootElement.GetProperty("test").GetProperty("microAccuracy").GetDouble(), 0.95, 1);
    }
}
