using System.Diagnostics;
using MlNetDigits.Datasets;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>How many epochs fit into a time, as a trial of the very training tells.</summary>
/// <param name="Epochs">Epochs of each network.</param>
/// <param name="ImagesPerSecond">Training speed of the trial.</param>
internal sealed record TrainTimePlan(int Epochs, double ImagesPerSecond)
{
    /// <summary>Most epochs where the command line names none.</summary>
    private const int MostEpochs = 1000;

    /// <summary>Share of the time to plan with; the rest is for what the trial cannot foresee.</summary>
    private const double Planned = 0.95;

    /// <summary>Time that validating an image takes, as a share of training on it.</summary>
    private const double ValidationShare = 0.35;

    private static readonly TimeSpan ShortestTrial = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(3);

    /// <summary>Tries the training for a twentieth of the time and plans with its speed.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="images">Images to train on and to validate with.</param>
    /// <param name="networks">Networks to train, one after another.</param>
    /// <param name="most">Most epochs; null for as many as fit.</param>
    /// <param name="deadline">The time, which the trial counts into.</param>
    public static TrainTimePlan Make(ConvolutionalNetworkOptions options, LabelledImageView images, int networks, int? most, TrainDeadline deadline)
    {
        ImageSet train = images.ToImageSet(), validation = train;
        if (options.ValidationSetFraction is { } fraction)
            (train, validation) = train.Split(fraction, options.ValidationSetSeed);
        double work = train.Count + (options.ValidationSetFraction is null ? 0 : ValidationShare * validation.Count);
        double speed = Measure(options, train, images.ClassNames.Count, Trial(deadline.Left ?? LongestTrial), deadline.Token);
        double seconds = Planned * (deadline.Left ?? TimeSpan.Zero).TotalSeconds / networks;
        return new TrainTimePlan(Fit(seconds, work / speed, most), speed);
    }

    /// <summary>Epochs that fit: at least one, at most as many as wanted.</summary>
    internal static int Fit(double seconds, double secondsPerEpoch, int? most) => (int)Math.Clamp(seconds / secondsPerEpoch, 1, most ?? MostEpochs);

    private static TimeSpan Trial(TimeSpan time) => TimeSpan.FromSeconds(Math.Clamp(time.TotalSeconds / 20, ShortestTrial.TotalSeconds, LongestTrial.TotalSeconds));

    /// <summary>Images per second, without the first moments in which code is compiled.</summary>
    private static double Measure(ConvolutionalNetworkOptions options, ImageSet train, int classes, TimeSpan time, CancellationToken cancellation)
    {
        using var trial = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var observer = new Observer(Math.Min(options.BatchSize, train.Count), time, trial);
        Network network = Architecture.Create(options.Architecture, train.Shape, classes, options.Seed, options.Dropout);
        TrainingResult result = NetworkTrainer.Train(network, train, null, ToTraining(options), observer, trial.Token);
        cancellation.ThrowIfCancellationRequested();
        return observer.ImagesPerSecond ?? result.ImagesPerSecond;
    }

    private static TrainingOptions ToTraining(ConvolutionalNetworkOptions options) => new()
    {
        Epochs = 1,
        BatchSize = options.BatchSize,
        MicroBatchSize = options.MicroBatchSize,
        LearningRate = options.LearningRate,
        Optimizer = options.Optimizer,
        LabelSmoothing = options.LabelSmoothing,
        AverageDecay = options.AverageDecay,
        Augmentation = options.Augmentation,
        Distillation = options.Distillation,
        Seed = options.Seed,
        Threads = options.Threads,
    };

    /// <summary>Ends the trial when its time is over and two looks at its progress are taken.</summary>
    private sealed class Observer(int batchSize, TimeSpan time, CancellationTokenSource trial) : ITrainingObserver
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private (int Batch, TimeSpan Time)? _first;

        public double? ImagesPerSecond { get; private set; }

        public void OnProgress(TrainingProgress progress)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
            if (_first is not { } first)
            {
                _first = (progress.Batch, elapsed);
                return;
            }

            ImagesPerSecond = (progress.Batch - first.Batch) * batchSize / (elapsed - first.Time).TotalSeconds;
            if (elapsed >= time)
                trial.Cancel();
        }

        public void OnEpoch(EpochMetrics metrics)
        {
        }
    }
}
