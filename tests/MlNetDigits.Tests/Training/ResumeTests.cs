using System.Globalization;
using Microsoft.ML;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConvolutionalNetworkOptions _options;

    public ResumeTests() => _options = Sample.Quick with
    {
        Epoch = 3,
        ValidationSetFraction = 0.2f,
        EarlyStoppingCriteria = new EarlyStopping(),
        AverageDecay = 0.9f,
        WorkspacePath = _folder.File("work/space"),
        Resume = true,
    };

    private string Checkpoint => Path.Combine(_options.WorkspacePath!, "training.ckpt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fit_InterruptedAfterAnEpoch_ResumesToTheSameBytes(int epoch)
    {
        Interrupt(epoch);
        var epochs = new List<int>();

        byte[] resumed = Sample.Bytes(_options with { MetricsCallback = metrics => epochs.Add(metrics.Epoch) }, Sample.Train(80));

        Assert.Equal(Enumerable.Range(epoch + 1, 3 - epoch), epochs);
        Assert.Equal(Sample.Bytes(_options with { WorkspacePath = null, Resume = false }, Sample.Train(80)), resumed);
    }

    [Fact]
    public void Fit_OtherThreadsAndColumns_ResumesAllTheSame()
    {
        Interrupt(2);
        var epochs = new List<int>();

        Sample.Bytes(_options with { Threads = 1, ScoreColumnName = "Odds", MetricsCallback = metrics => epochs.Add(metrics.Epoch) }, Sample.Train(80));

        Assert.Equal([3], epochs);
    }

    [Fact]
    public void Fit_WorkspaceWithoutCheckpoint_StartsAnew()
    {
        var epochs = new List<int>();

        Sample.Bytes(_options with { MetricsCallback = metrics => epochs.Add(metrics.Epoch) }, Sample.Train(80));

        Assert.Equal([1, 2, 3], epochs);
        Assert.True(File.Exists(Checkpoint));
    }

    [Fact]
    public void Fit_NotResuming_StartsAnewDespiteACheckpoint()
    {
        Interrupt(1);
        var epochs = new List<int>();

        Sample.Bytes(_options with { Resume = false, MetricsCallback = metrics => epochs.Add(metrics.Epoch) }, Sample.Train(80));

        Assert.Equal([1, 2, 3], epochs);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Fit_AnotherCulture_ResumesAllTheSame(string culture)
    {
        Interrupt(2);
        CultureInfo before = CultureInfo.CurrentCulture;
        var epochs = new List<int>();

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Exception? error = Record.Exception(() => Sample.Bytes(_options with { MetricsCallback = metrics => epochs.Add(metrics.Epoch) }, Sample.Train(80)));
        CultureInfo.CurrentCulture = before;

        Assert.Null(error);
        Assert.Equal([3], epochs);
    }

    [Fact]
    public void Fit_OtherDataOfTheSameSize_RefusesTheCheckpoint()
    {
        Interrupt(1);

        var error = Assert.Throws<InvalidDataException>(() => Sample.Bytes(_options, Sample.Train(80, start: 200)));

        Assert.Contains(Checkpoint, error.Message);
        Assert.Contains("another training", error.Message);
    }

    [Fact]
    public void Fit_AnotherSeed_RefusesTheCheckpoint()
    {
        Interrupt(1);

        var error = Assert.Throws<InvalidDataException>(() => Sample.Bytes(_options with { Seed = 5 }, Sample.Train(80)));

        Assert.Contains("without resuming", error.Message);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 0)]
    [InlineData(-1, 0)]
    [InlineData(int.MaxValue, 5)]
    [InlineData(int.MaxValue, -5)]
    public void Fit_DamagedCheckpoint_ThrowsNamingIt(int keep, int flip)
    {
        Interrupt(1);
        byte[] bytes = File.ReadAllBytes(Checkpoint);
        bytes = keep < 0 ? bytes[..^1] : bytes[..Math.Min(keep, bytes.Length)];
        if (flip != 0) bytes[flip < 0 ? bytes.Length + flip : flip] ^= 1;
        File.WriteAllBytes(Checkpoint, bytes);

        var error = Assert.Throws<InvalidDataException>(() => Sample.Bytes(_options, Sample.Train(80)));

        Assert.Contains($"'{Checkpoint}' is damaged", error.Message);
        Assert.Equal(bytes, File.ReadAllBytes(Checkpoint));
    }

    [Fact]
    public void Fit_WorkspaceIsAFile_ThrowsBeforeTraining()
    {
        string file = _folder.File("taken");
        File.WriteAllText(file, "mine");
        var options = _options with { WorkspacePath = file, ProgressCallback = _ => Assert.Fail("Training began.") };

        var error = Assert.Throws<IOException>(() => Sample.Bytes(options, Sample.Train(80)));

        Assert.Contains($"'{file}'", error.Message);
        Assert.Contains("Name a folder", error.Message);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void Fit_CheckpointIsAFolder_ThrowsBeforeTraining()
    {
        Directory.CreateDirectory(Checkpoint);
        var options = _options with { Resume = false, ProgressCallback = _ => Assert.Fail("Training began.") };

        var error = Assert.Throws<IOException>(() => Sample.Bytes(options, Sample.Train(80)));

        Assert.Contains($"'{Checkpoint}'", error.Message);
    }

    private void Interrupt(int epoch)
    {
        using var stop = new CancellationTokenSource();
        void StopAfter(EpochMetrics metrics)
        {
            if (metrics.Epoch == epoch) stop.Cancel();
        }

        Sample.Bytes(_options with { MetricsCallback = StopAfter, CancellationToken = stop.Token }, Sample.Train(80));
    }
}
