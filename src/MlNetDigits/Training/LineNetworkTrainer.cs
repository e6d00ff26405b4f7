using MlNetDigits.Datasets;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Synthesis;
using MlNetDigits.Synthesis.Readings;

namespace MlNetDigits.Training;

/// <summary>Trains a network that reads the digits of a line without cutting it.</summary>
/// <remarks>It learns from drawn lines, of strokes and of MNIST's training digits; which digit is where it finds out itself, by connectionist temporal classification.</remarks>
public static class LineNetworkTrainer
{
    private const int Digits = 10;

    // Lines drawn for validation, as a share of those to train on.
    private const double ValidationPictures = 0.05;

    private static readonly SynthesisOptions Lines = new()
    {
        MnistShare = 0.6f,
        MinimumLength = 1,
        MaximumLength = 8,
        TouchingShare = 0.5f,
        MaximumSpacing = 0.6f,
        MarkShare = 0.4f,
        HasteShare = 0.5f,
    };

    private static readonly AugmentationOptions Augmentation = new()
    {
        RotationDegrees = 1.5f,
        Scale = 0.1f,
        Shear = 10,
        Translation = 1,
        ElasticAlpha = 16,
        DamageProbability = 0.1f,
    };

    /// <summary>Draws lines and trains on them.</summary>
    /// <param name="mnist">Gives digits; its training images alone are used.</param>
    /// <param name="options">How to train; default <see cref="LineNetworkOptions"/>.</param>
    /// <returns>The network, and how training went; accuracy is the share of lines whose digits were all read right.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="OperationCanceledException">Drawing was canceled.</exception>
    public static (Network Network, TrainingResult Result) Train(MnistData mnist, LineNetworkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(mnist);
        options ??= new LineNetworkOptions();
        options.Validate();
        (ImageSet train, ImageSet validation) = Draw(mnist, options);
        Network network = Architecture.CreateLine(train.Shape, Digits, options.Seed);
        TrainingResult result = NetworkTrainer.Train(
            network, train, validation, ToTrainingOptions(options), new TrainingObserver { EpochEnded = options.MetricsCallback, Progressed = options.ProgressCallback }, options.CancellationToken);
        return (network, result);
    }

    private static (ImageSet Train, ImageSet Validation) Draw(MnistData mnist, LineNetworkOptions options)
    {
        (LabelledImageView train, LabelledImageView held, _) = StratifiedSplit.Run(LabelledImageView.From(mnist.Train), options.ValidationSetFraction, options.Seed, "MNIST", takesSingles: false);
        ImageSet Set(LabelledImageView from, int count, int stream)
        {
            List<(byte[] Pixels, byte[] Digits)> drawn = DrawnStrips.Draw(count, Lines with { Seed = unchecked((2 * options.Seed) + stream) }, mnist with { Train = from.ToMnist() }, options.CancellationToken);
            return ImageSet.FromSequences(new Shape(LineStrip.Rows, LineStrip.Window, 1), [.. drawn.SelectMany(piece => piece.Pixels)], [.. drawn.Select(piece => piece.Digits)]);
        }

        return (Set(train, options.Pictures, 0), Set(held, (int)Math.Ceiling(ValidationPictures * options.Pictures), 1));
    }

    private static TrainingOptions ToTrainingOptions(LineNetworkOptions options) => new()
    {
        Epochs = options.Epoch,
        BatchSize = 64,
        MicroBatchSize = 8,
        LearningRate = 0.004f,
        Optimizer = new AdamW(),
        Schedule = new OneCycleSchedule(),
        Augmentation = Augmentation,
        RefinementShare = 0.1f,
        AverageDecay = 0.998f,
        EarlyStopping = new EarlyStopping { Metric = EarlyStoppingMetric.Loss, Patience = options.Epoch },
        Seed = options.Seed,
        Threads = options.Threads,
        CheckpointPath = options.CheckpointPath,
        Resume = options.Resume,
    };
}
