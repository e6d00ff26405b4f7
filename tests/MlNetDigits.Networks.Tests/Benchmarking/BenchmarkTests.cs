using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Benchmarking;

namespace MlNetDigits.Networks.Tests.Benchmarking;

public sealed class BenchmarkTests
{
    [Fact]
    public void LayerBenchmark_Tiny_MeasuresEveryLayerAndPass()
    {
        Network network = Architecture.Create("tiny", new Shape(14, 14, 1), 4);

        IReadOnlyList<LayerSpeed> rows = LayerBenchmark.Measure(network, TimeSpan.FromMilliseconds(0.1));

        Assert.All(network.Nodes, node => Assert.Contains(rows, row => row.Layer == node.Name && row.Pass == "forward"));
        Assert.All(rows, row => Assert.True(double.IsFinite(row.MicrosecondsPerImage) && row.MicrosecondsPerImage > 0));
        Assert.Equal(["backward", "forward", "inference", "input gradient", "weight gradient"], rows.Select(row => row.Pass).Distinct().Order());
        Assert.All(rows.Where(row => row.Kind.StartsWith("Dense", StringComparison.Ordinal)), row => Assert.True(row.GigaFlops > 0));
        Assert.All(rows.Where(row => row.Kind == "ReLU"), row => Assert.Null(row.GigaFlops));
    }

    [Fact]
    public void TrainingBenchmark_FewImages_GivesBothSpeedsAndTheirRatio()
    {
        TrainingSpeed speed = TrainingBenchmark.Compare("tiny", threads: 2, batchSize: 8, images: 16, rounds: 1);

        Assert.True(speed is { OneThread: > 0, AllThreads: > 0, BatchSize: 8, Threads: 2 });
        Assert.Equal(speed.AllThreads / speed.OneThread, speed.Scaling);
    }

    [Fact]
    public void PeakBenchmark_OneMeasurement_IsPositive() => Assert.True(PeakBenchmark.Measure(2, repeats: 1) is > 0 and < double.PositiveInfinity);

    [Fact]
    public void CallTiming_TwoContestants_TakeTurns()
    {
        var calls = new List<char>();

        double[][] seconds = CallTiming.Measure([() => calls.Add('A'), () => calls.Add('B')], rounds: 2, TimeSpan.Zero, TimeSpan.Zero);

        Assert.Equal("AABBAABB", string.Concat(calls));
        Assert.All(seconds, times => Assert.True(times.Length == 2 && times[0] <= times[1]));
    }

    [Fact]
    public void CallSpeed_Times_GivesQuantiles()
    {
        CallSpeed speed = CallSpeed.From([.. Enumerable.Range(1, 101).Select(i => i * 1e-3)], images: 51);

        Assert.Equal((1000, 51_000, 91_000, 100_000, 101), (Math.Round(speed.ImagesPerSecond), Math.Round(speed.P50), Math.Round(speed.P90), Math.Round(speed.P99), speed.Calls));
    }
}
