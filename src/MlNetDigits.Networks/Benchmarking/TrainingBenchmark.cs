using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Measures training speed on random images.</summary>
public static class TrainingBenchmark
{
    private const int MostDifferentImages = 12_800;

    /// <summary>Trains an architecture on one and on several threads in turns.</summary>
    /// <param name="architecture">Name of the architecture.</param>
    /// <param name="threads">Number of several threads, at least 1.</param>
    /// <param name="batchSize">Images for each step; default 128.</param>
    /// <param name="images">Images of an epoch; default 6,400.</param>
    /// <param name="rounds">Trainings of each, of two timed epochs after one that warms up; default 4.</param>
    /// <param name="cancellationToken">Ends the measurement with an exception.</param>
    /// <returns>Medians of the epochs' speeds.</returns>
    public static TrainingSpeed Compare(string architecture, int threads, int batchSize = 128, int images = 6_400, int rounds = 4, CancellationToken cancellationToken = default)
    {
        Guard.AtLeast(1, threads, nameof(threads));
        Guard.AtLeast(1, rounds, nameof(rounds));
        List<double> one = [], all = [];
        for (int round = 0; round < rounds; round++)
        {
            one.AddRange(Measure(architecture, 1, batchSize, images, epochs: 2, cancellationToken));
            if (threads > 1) all.AddRange(Measure(architecture, threads, batchSize, images, epochs: 2, cancellationToken));
        }

        return new TrainingSpeed(batchSize, threads, Median(one), Median(threads > 1 ? all : one));
    }

    /// <summary>Trains an architecture for a few epochs of random 28×28 images.</summary>
    /// <param name="architecture">Name of the architecture.</param>
    /// <param name="threads">Number of threads, at least 1.</param>
    /// <param name="batchSize">Images for each step; default 128.</param>
    /// <param name="images">Images of an epoch; default 12,800.</param>
    /// <param name="epochs">Epochs after one that warms up; default 5.</param>
    /// <param name="cancellationToken">Ends the measurement with an exception.</param>
    /// <returns>Images per second of each epoch but the first.</returns>
    public static IReadOnlyList<double> Measure(string architecture, int threads, int batchSize = 128, int images = 12_800, int epochs = 5, CancellationToken cancellationToken = default)
    {
        var shape = new Shape(28, 28, 1);
        var options = new TrainingOptions { Epochs = epochs + 1, BatchSize = batchSize, Threads = threads };
        TrainingResult result = NetworkTrainer.Train(Architecture.Create(architecture, shape, 10), RandomImages(shape, Math.Min(images, MostDifferentImages)).Repeat(images), null, options, null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return [.. result.History.Skip(1).Select(epoch => epoch.Images / epoch.Seconds)];
    }

    internal static ImageSet RandomImages(Shape shape, int count)
    {
        var random = new RandomStream(1);
        var pixels = new byte[count * shape.Size];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)random.Next(256);
        var labels = new int[count];
        for (int i = 0; i < labels.Length; i++) labels[i] = random.Next(10);
        return ImageSet.FromBytes(shape, pixels, labels);
    }

    private static double Median(List<double> values) => CallTiming.Quantile([.. values.Order()], 0.5);
}
