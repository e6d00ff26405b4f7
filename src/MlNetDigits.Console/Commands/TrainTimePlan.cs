using System.Diagnostics;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Datasets;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>How many epochs fit into a time, as a trial of the very training tells.</summary>
/// <param name="Epochs">Epochs of each network.</param>
/// <param name="ImagesPerSecond">Training speed of the trial.</param>
/// <param name="Fits">Whether even the first epoch fits.</param>
internal sealed record TrainTimePlan(int Epochs, double ImagesPerSecond, bool Fits)
{
    /// <summary>Most epochs where the command line names none.</summary>
    private const int MostEpochs = 1000;

    /// <summary>Share of the time to plan with; the rest is for what the trial cannot foresee.</summary>
    private const double Planned = 0.92;

    /// <summary>Time that validating an image takes, as a share of training on it.</summary>
    private const double ValidationShare = 0.35;

    /// <summary>Share of the time that the trial takes, but for its limits in seconds.</summary>
    private const double Trial = 0.1;

    private const double ShortestTrial = 1.5;
    private const double LongestTrial = 5;

    /// <summary>Tries the training for a while and plans with its speed.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="images">Images to train on, and to validate with where there are no others.</param>
    /// <param name="held">Validation images of the dataset's own, or null.</param>
    /// <param name="networks">Networks to train, one after another.</param>
    /// <param name="most">Most epochs; null for as many as fit.</param>
    /// <param name="deadline">The time, which the trial counts into.</param>
    public static TrainTimePlan Make(ConvolutionalNetworkOptions options, LabelledImageView images, LabelledImageView? held, int networks, int? most, TrainDeadline deadline)
    {
        TimeSpan left = deadline.Left ?? TimeSpan.Zero;
        (ImageSet train, ImageSet? validation) = ValidationChoice.Split(images, held, options);
        double work = train.Count + (ValidationShare * (validation?.Count ?? 0));
        double speed = Measure(options, train, images.ClassNames.Count, TimeSpan.FromSeconds(Math.Clamp(left.TotalSeconds * Trial, ShortestTrial, LongestTrial)), deadline.Token);
        double seconds = Planned * (deadline.Left ?? TimeSpan.Zero).TotalSeconds / networks;
        return new TrainTimePlan(Fit(seconds, work / speed, most), speed, seconds >= work / speed);
    }

    /// <summary>Says in a sentence what was planned.</summary>
    public string Describe(double seconds)
    {
        string speed = $"at {Format.Count((long)ImagesPerSecond)} images/s in a trial";
        return Fits ? $"In {Format.Seconds(seconds)} training is planned with {Epochs} {(Epochs == 1 ? "epoch" : "epochs")}, {speed}."
            : $"Not even one epoch fits into {Format.Seconds(seconds)}, {speed}; one is run all the same.";
    }

    /// <summary>Epochs that fit: at least one, at most as many as wanted.</summary>
    internal static int Fit(double seconds, double secondsPerEpoch, int? most) => (int)Math.Clamp(seconds / secondsPerEpoch, 1, most ?? MostEpochs);

    /// <summary>Images per second in the later half of the trial; in the first code is still being compiled.</summary>
    private static double Measure(ConvolutionalNetworkOptions options, ImageSet train, int classes, TimeSpan time, CancellationToken cancellation)
    {
        using var trial = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var observer = new Observer(Math.Min(options.BatchSize, train.Count), time, trial);
        Network network = Architecture.Create(options.Architecture, train.Shape, classes, options.Seed, options.Dropout);
        NetworkTrainer.Train(network, train, null, ToTraining(options), observer, trial.Token);
        cancellation.ThrowIfCancellationRequested();
        return observer.ImagesPerSecond;
    }

    private static TrainingOptions ToTraining(ConvolutionalNetworkOptions options) => new()
    {
        Epochs = int.MaxValue,
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

    /// <summary>Ends the trial when its time is over, with two looks at its later half at least.</summary>
    private sealed class Observer(int batchSize, TimeSpan time, CancellationTokenSource trial) : ITrainingObserver
    {
        private readonly long _start = Stopwatch.GetTimestamp();
        private (long Batches, TimeSpan Time)? _half;

        public double ImagesPerSecond { get; private set; }

        public void OnProgress(TrainingProgress progress)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
            long batches = ((progress.Epoch - 1L) * progress.Batches) + progress.Batch;
            if (elapsed < time / 2)
                return;
            if (_half is not { } half)
            {
                _half = (batches, elapsed);
                return;
            }

            ImagesPerSecond = (batches - half.Batches) * batchSize / (elapsed - half.Time).TotalSeconds;
            if (elapsed >= time)
                trial.Cancel();
        }

        public void OnEpoch(EpochMetrics metrics)
        {
        }
    }
}
