using MlNetDigits.Benchmarking;

namespace MlNetDigits.Tests.Benchmarking;

public sealed class DigitBenchmarkTests
{
    private static readonly BenchmarkOptions _quick = new()
    {
        Architecture = "Simple", Threads = 2, TrainingBatchSize = 8, TrainingImages = 16, InferenceBatchSize = 20, Rounds = 1, Window = TimeSpan.FromMilliseconds(0.1),
    };

    [Fact]
    public void Run_Quick_FillsEveryFigure()
    {
        var stages = new List<string>();

        BenchmarkReport report = DigitBenchmark.Run(_quick, stages.Add);

        Assert.Equal(["peak", "layers", "training", "throughput", "latency"], stages);
        Assert.Equal(("simple", 2, 20, 1), (report.Architecture, report.Threads, report.Throughput.BatchSize, report.Latency.BatchSize));
        Assert.All(
            new[] { report.PeakOneThread, report.PeakAllThreads, report.Training.Scaling, report.Throughput.SpeedRatio, report.Latency.LatencyRatio, report.Latency.OnnxRuntime.P99 },
            figure => Assert.True(double.IsFinite(figure) && figure > 0));
    }

    [Fact]
    public void Run_BothContestants_Agree()
    {
        BenchmarkReport report = DigitBenchmark.Run(_quick with { Architecture = "resnet", Threads = 1 });

        Assert.InRange(report.Throughput.LargestDifference, 0, 1e-5);
        Assert.InRange(report.Latency.LargestDifference, 0, 1e-5);
    }

    [Fact]
    public void Run_Canceled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => DigitBenchmark.Run(_quick, cancellationToken: new CancellationToken(true)));

    [Fact]
    public void Run_OptionsOutOfRange_AreNamed()
    {
        Assert.Contains("There is no architecture 'alexnet': use one of ", Assert.Throws<ArgumentException>(() => DigitBenchmark.Run(_quick with { Architecture = "alexnet" })).Message);
        Assert.Contains("Rounds is 0, but must be from 1 to 10000.", Assert.Throws<ArgumentOutOfRangeException>(() => DigitBenchmark.Run(_quick with { Rounds = 0 })).Message);
    }
}
