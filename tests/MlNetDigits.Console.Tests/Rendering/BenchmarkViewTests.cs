using System.Text.Json;
using MlNetDigits.Benchmarking;
using MlNetDigits.Console.Json;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks.Benchmarking;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class BenchmarkViewTests
{
    private static readonly CallSpeed _fast = new(40_000, 25, 30, 50, 9), _slow = new(20_000, 50, 60, 2_000, 9);

    private static readonly BenchmarkReport _report = new(
        "simple", 2, 100, 198, [new LayerSpeed("conv2d_1", "Conv2D 32 × 3×3", "forward", 5, 400_000), new LayerSpeed("relu_1", "ReLU", "backward", 2.5, null)],
        new TrainingSpeed(128, 2, 5_000, 9_500), new InferenceComparison(256, 2, _fast, _slow, 1e-7), new InferenceComparison(1, 2, _fast, _slow, 1e-7));

    [Fact]
    public void Draw_Report_ShowsSharesAndRatios()
    {
        string text = Plain.Render(BenchmarkView.Draw(_report), 100);

        Assert.Contains("peak 100 GFLOP/s on one thread, 198 on 2", text);
        Assert.Matches(@"conv2d_1 +forward +5\.00 +80\.0 +80 %", text);
        Assert.Matches(@"relu_1 +backward +2\.50", text);
        Assert.Contains("5,000 images/s on one thread, 9,500 on 2, 1.90 times", text);
        Assert.Matches(@"ONNX Runtime, batch 1, 2 threads +20,000 +50\.0 +60\.0 +2,000", text);
        Assert.Matches(@"ratio +2\.00 +0\.50", text);
    }

    [Fact]
    public void Json_Report_HasEveryFigure()
    {
        JsonElement json = JsonSerializer.SerializeToElement(_report, ConsoleJson.Default.BenchmarkReport);

        Assert.Equal(80, json.GetProperty("layers")[0].GetProperty("gigaFlops").GetDouble());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("layers")[1].GetProperty("gigaFlops").ValueKind);
        Assert.Equal((1.9, 2.0, 0.5), (json.GetProperty("training").GetProperty("scaling").GetDouble(), json.GetProperty("throughput").GetProperty("speedRatio").GetDouble(), json.GetProperty("latency").GetProperty("latencyRatio").GetDouble()));
        Assert.Equal(2_000, json.GetProperty("latency").GetProperty("onnxRuntime").GetProperty("p99").GetDouble());
    }
}
