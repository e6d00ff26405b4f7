using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Networks.Training;

/// <summary>Learning rate range test: trains a few steps at a rate that grows step by step, and watches the loss.</summary>
/// <remarks>Source: Smith, "Cyclical learning rates for training neural networks", 2015.</remarks>
public static class LearningRateFinder
{
    private const double Smoothing = 0.95;

    // The loss has blown up when it is this many times the least.
    private const double Divergence = 4;

    /// <summary>Runs the test and leaves the network as it was.</summary>
    /// <param name="network">The network; its present weights are the start.</param>
    /// <param name="images">Training images, shuffled by the seed.</param>
    /// <param name="options">Optimizer, batch size, augmentation, seed and threads; epochs, rate and schedule do not matter.</param>
    /// <param name="minimum">First learning rate, above 0; default 1e-5.</param>
    /// <param name="maximum">Last learning rate, above the first; default 1.</param>
    /// <param name="steps">Most steps, at least 10; default 200.</param>
    /// <param name="cancellationToken">Ends the test early, with the points so far.</param>
    /// <returns>The points and the suggested rate.</returns>
    /// <exception cref="ArgumentException">An option does not fit.</exception>
    public static LearningRateTest Run(Network network, ImageSet images, TrainingOptions options,
        float minimum = 1e-5f, float maximum = 1, int steps = 200, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(options);
        Guard.Positive(minimum, nameof(minimum));
        if (!(maximum > minimum) || !float.IsFinite(maximum)) throw new ArgumentOutOfRangeException(nameof(maximum), FormattableString.Invariant($"maximum is {maximum}, but must be finite and above minimum, {minimum}."));
        Guard.AtLeast(10, steps, nameof(steps));
        options = options with { BatchSize = Math.Min(options.BatchSize, Math.Max(images.Count, 1)), Schedule = new ConstantSchedule(), AverageDecay = 0 };
        options.Validate();
        options.Distillation?.Validate(network);
        NetworkTrainer.RequireFit(network, images, nameof(images));
        float[] before = [.. network.State];
        try
        {
            return Run(network, images, options, step => minimum * Math.Pow(maximum / minimum, step / (steps - 1.0)), steps, cancellationToken);
        }
        finally
        {
            before.CopyTo(network.State, 0);
        }
    }

    private static LearningRateTest Run(Network network, ImageSet images, TrainingOptions options, Func<int, double> rateOf, int steps, CancellationToken cancellationToken)
    {
        using var team = new WorkerTeam(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        using var training = new TrainingStep(network, new TrainingState(network, options), images, options, team);
        int[] order = ImageSet.AllRows(images.Count);
        var random = new RandomStream(RandomStream.Mix((ulong)options.Seed, 1));
        ImageSet.Shuffle(order, ref random);

        var points = new List<LearningRatePoint>(steps);
        double average = 0, least = double.PositiveInfinity;
        int batches = images.Count / options.BatchSize;
        for (int step = 0; step < steps && !cancellationToken.IsCancellationRequested; step++)
        {
            double rate = rateOf(step);
            BatchMetrics metrics = training.Run(order, step % batches * options.BatchSize, options.BatchSize, 1 + step / batches, (float)rate);
            average = Smoothing * average + (1 - Smoothing) * (metrics.Loss / metrics.Count);
            double smoothed = average / (1 - Math.Pow(Smoothing, step + 1));
            points.Add(new LearningRatePoint(rate, metrics.Loss / metrics.Count, smoothed));
            if (!(smoothed <= Divergence * least) && step > 0) break;
            least = Math.Min(least, smoothed);
        }

        return new LearningRateTest(points, Suggest(points));
    }

    /// <summary>The rate at which the smoothed loss falls most steeply over the logarithm of the rate.</summary>
    private static double Suggest(List<LearningRatePoint> points)
    {
        const int Reach = 5;
        double steepest = 0, suggestion = points.Count > 0 ? points[0].LearningRate : 0;
        for (int i = Reach; i < points.Count - Reach; i++)
        {
            double slope = (points[i + Reach].SmoothedLoss - points[i - Reach].SmoothedLoss) / Math.Log(points[i + Reach].LearningRate / points[i - Reach].LearningRate);
            if (!(slope < steepest)) continue;
            steepest = slope;
            suggestion = points[i].LearningRate;
        }

        return suggestion;
    }
}
