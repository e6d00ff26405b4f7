using Microsoft.ML;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class CallbackTests
{
    [Fact]
    public void MetricsCallback_EveryEpoch_GivesItsMetrics()
    {
        var metrics = new List<EpochMetrics>();

        Sample.Bytes(Sample.Quick with { Epoch = 3, ValidationSetFraction = 0.2f, MetricsCallback = metrics.Add }, Sample.Train(100));

        Assert.Equal([1, 2, 3], metrics.Select(epoch => epoch.Epoch));
        Assert.All(metrics, epoch => Assert.True(epoch.Images > 0 && double.IsFinite(epoch.TrainLoss) && epoch.ValidationAccuracy is >= 0 and <= 1));
        Assert.True(metrics[0].IsBest);
    }

    [Fact]
    public void ProgressCallback_EveryEpoch_EndsWithTheLastBatch()
    {
        var progress = new List<TrainingProgress>();

        Sample.Bytes(Sample.Quick with { Epoch = 2, BatchSize = 10, ProgressCallback = progress.Add }, Sample.Train(64));

        Assert.Equal([1, 2], progress.Where(step => step.Batch == step.Batches).Select(step => step.Epoch));
        Assert.All(progress, step => Assert.True(step.Batches == 6 && step.Epochs == 2 && step.ImagesPerSecond > 0));
    }

    [Fact]
    public void Callbacks_ThatThrow_EndTheFitWithTheirError()
    {
        var options = Sample.Quick with { MetricsCallback = _ => throw new TimeoutException("Enough.") };

        var error = Assert.Throws<TimeoutException>(() => Sample.Bytes(options, Sample.Train(40)));

        Assert.Equal("Enough.", error.Message);
    }

    [Fact]
    public void CancellationToken_AfterAnEpoch_KeepsThatEpochsBits()
    {
        using var stop = new CancellationTokenSource();
        var options = Sample.Quick with { LearningRateSchedule = new ConstantSchedule() };

        byte[] stopped = Sample.Bytes(options with { Epoch = 50, MetricsCallback = _ => stop.Cancel(), CancellationToken = stop.Token }, Sample.Train(100));

        Assert.Equal(Sample.Bytes(options, Sample.Train(100)), stopped);
    }

    [Fact]
    public void CancellationToken_BeforeTraining_GivesAnUntrainedModel()
    {
        var ml = new MLContext(1);
        var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick with { CancellationToken = new CancellationToken(true) });

        trainer.Fit(Sample.Prepared(ml, Sample.Train(40)));

        Assert.True(trainer.Result!.Canceled);
        Assert.Equal(0, trainer.Result.BestEpoch);
        Assert.Null(trainer.Result.Best);
    }
}
