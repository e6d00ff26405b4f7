using System.Diagnostics;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Randomness;

namespace MlNetDigits.Networks.Training;

/// <summary>Trains a network: epochs of steps, validation, early stopping, best weights, checkpoints.</summary>
public static class NetworkTrainer
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Trains a network and leaves the best weights in it.</summary>
    /// <param name="network">The network; its present weights are the start.</param>
    /// <param name="train">Training images.</param>
    /// <param name="validation">Images that choose the best epoch; default none, then the last epoch's weights are kept.</param>
    /// <param name="options">How to train; default <see cref="TrainingOptions"/>.</param>
    /// <param name="observer">Who watches; default nobody.</param>
    /// <param name="cancellationToken">Ends training at the next step, with the best weights so far.</param>
    /// <returns>How it went.</returns>
    /// <exception cref="ArgumentException">An option, a shape or a label does not fit.</exception>
    /// <exception cref="InvalidDataException">The checkpoint to resume from is damaged or of another training; the network is as it was.</exception>
    /// <exception cref="IOException">A checkpoint could not be written; the network holds the best weights so far.</exception>
    public static TrainingResult Train(
        Network network, ImageSet train, ImageSet? validation = null, TrainingOptions? options = null, ITrainingObserver? observer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new TrainingOptions();
        options.Validate();
        options.Distillation?.Validate(network);
        if (train.HasSequences && (options.LabelSmoothing > 0 || options.Distillation is not null))
            throw new ArgumentException("Label smoothing and distillation are for images with one label each, but these have sequences: leave both out.", nameof(options));
        RequireFit(network, train, nameof(train));
        if (validation is not null) RequireFit(network, validation, nameof(validation));
        else if (options.EarlyStopping is not null)
            throw new ArgumentException("Early stopping needs validation images: give some, or set EarlyStopping to null.", nameof(options));
        options = options with { BatchSize = Math.Min(options.BatchSize, train.Count) };

        var state = new TrainingState(network, options);
        string fingerprint = "";
        if (options.CheckpointPath is { } path)
        {
            TrainingCheckpoint.RequireWritable(path);
            fingerprint = TrainingCheckpoint.Fingerprint(network, options, train, validation);
            if (options.Resume && File.Exists(path)) TrainingCheckpoint.Load(path, fingerprint, state);
        }

        using var team = new WorkerTeam(options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        using var step = new TrainingStep(network, state, train, options, team);
        using NetworkEvaluation? evaluation = validation is null ? null : new NetworkEvaluation(network, state.Average, validation, team);
        var run = new TrainingRun(state, train, step, evaluation, options, observer);
        try
        {
            return run.UntilDone(fingerprint, cancellationToken);
        }
        finally
        {
            (state.BestEpoch > 0 ? state.Best : state.Average).CopyTo(network.State, 0);
        }
    }

    /// <summary>Throws when images do not fit the network: engine code reads labels and pixels unchecked.</summary>
    internal static void RequireFit(Network network, ImageSet images, string name)
    {
        if (images.Count == 0) throw new ArgumentException("The set holds no image: give at least one.", name);
        if (images.Shape != network.InputShape)
            throw new ArgumentException($"The images are {images.Shape}, but the network takes {network.InputShape}.", name);
        if (images.HasSequences)
        {
            RequireSequencesFit(network, images, name);
            return;
        }

        for (int i = 0; i < images.Count; i++)
        {
            int label = images.Label(i);
            if (label < 0 || label >= network.Classes)
                throw new ArgumentException($"Image {i} has label {label}, but the network knows classes 0 to {network.Classes - 1}.", name);
        }
    }

    private static void RequireSequencesFit(Network network, ImageSet images, string name)
    {
        Shape output = network.OutputShape;
        if (output.Height != 1)
            throw new ArgumentException($"The network gives {output}, but sequences need 1 row: a column for each frame and a channel for each class.", name);
        for (int i = 0; i < images.Count; i++)
        {
            ReadOnlySpan<byte> labels = images.Sequence(images.Label(i));
            foreach (byte label in labels)
            {
                if (label >= output.Channels - 1)
                    throw new ArgumentException($"Image {i} has label {label}, but the network knows classes 0 to {output.Channels - 2}; its last one stands between labels.", name);
            }

            if (ConnectionistTemporal.LeastFrames(labels) is var least && least > output.Width)
                throw new ArgumentException($"Image {i} has {labels.Length} labels, which need {least} frames, but the network gives {output.Width}.", name);
        }
    }

    /// <summary>The epochs of one call.</summary>
    private sealed class TrainingRun(TrainingState state, ImageSet train, TrainingStep step, NetworkEvaluation? evaluation, TrainingOptions options, ITrainingObserver? observer)
    {
        private readonly int[] _order = new int[train.Count];
        private readonly int _stepsPerEpoch = train.Count / options.BatchSize;

        public TrainingResult UntilDone(string fingerprint, CancellationToken cancellationToken)
        {
            var clock = Stopwatch.StartNew();
            double earlier = state.Seconds;
            bool canceled = false;
            while (state.Epoch < options.Epochs && !ShouldStop() && !(canceled = cancellationToken.IsCancellationRequested))
            {
                if (RunEpoch(cancellationToken) is not { } metrics)
                {
                    canceled = true;
                    break;
                }

                state.Seconds = earlier + clock.Elapsed.TotalSeconds;
                state.History.Add(metrics);
                if (options.CheckpointPath is { } path) TrainingCheckpoint.Save(path, fingerprint, state);
                observer?.OnEpoch(metrics);
            }

            double trained = state.History.Sum(epoch => epoch.Seconds);
            return new TrainingResult([.. state.History], state.BestEpoch, !canceled && state.Epoch < options.Epochs, canceled,
                earlier + clock.Elapsed.TotalSeconds, trained > 0 ? state.History.Sum(epoch => epoch.Images) / trained : 0);
        }

        private EpochMetrics? RunEpoch(CancellationToken cancellationToken)
        {
            int epoch = state.Epoch + 1;
            Shuffle(epoch);
            var clock = Stopwatch.StartNew();
            TimeSpan reported = TimeSpan.Zero;
            var sum = new BatchMetrics();
            double learningRate = 0;
            for (int batch = 0; batch < _stepsPerEpoch; batch++)
            {
                if (cancellationToken.IsCancellationRequested) return null;
                learningRate = options.LearningRate * options.Schedule.Factor(state.Step, (long)options.Epochs * _stepsPerEpoch, _stepsPerEpoch);
                sum += step.Run(_order, batch * options.BatchSize, options.BatchSize, epoch, (float)learningRate);
                if (observer is null || (clock.Elapsed - reported < ProgressInterval && batch + 1 < _stepsPerEpoch)) continue;
                reported = clock.Elapsed;
                observer.OnProgress(new TrainingProgress(epoch, options.Epochs, batch + 1, _stepsPerEpoch,
                    sum.Loss / sum.Count, (double)sum.Correct / sum.Count, sum.Count / reported.TotalSeconds));
            }

            double seconds = clock.Elapsed.TotalSeconds;
            state.Epoch = epoch;
            (double loss, double accuracy) = evaluation?.Run() ?? (double.NaN, double.NaN);
            var metrics = new EpochMetrics(epoch, learningRate, sum.Loss / sum.Count, (double)sum.Correct / sum.Count, loss, accuracy, seconds, sum.Count, IsBest(loss, accuracy));
            if (metrics.IsBest) Keep(epoch);
            return metrics;
        }

        private void Shuffle(int epoch)
        {
            for (int i = 0; i < _order.Length; i++) _order[i] = i;
            var random = new RandomStream(RandomStream.Mix((ulong)options.Seed, (ulong)epoch));
            ImageSet.Shuffle(_order, ref random);
        }

        private void Keep(int epoch)
        {
            state.BestEpoch = epoch;
            state.Average.CopyTo(state.Best, 0);
        }

        private bool IsBest(double loss, double accuracy)
        {
            if (evaluation is null || state.BestEpoch == 0) return true;
            EpochMetrics best = state.History[state.BestEpoch - 1];
            bool lower = OrWorst(loss) < OrWorst(best.ValidationLoss);
            if (options.EarlyStopping?.Metric == EarlyStoppingMetric.Loss) return lower;
            return accuracy > best.ValidationAccuracy || (accuracy == best.ValidationAccuracy && lower);
        }

        /// <summary>Whether the last epochs brought no improvement that counts; decided from history alone, so resuming decides alike.</summary>
        private bool ShouldStop()
        {
            if (options.EarlyStopping is not { } stopping) return false;
            int stale = 0;
            double best = double.NegativeInfinity;
            foreach (EpochMetrics epoch in state.History)
            {
                double value = stopping.Metric == EarlyStoppingMetric.Loss ? -OrWorst(epoch.ValidationLoss) : epoch.ValidationAccuracy;
                bool improved = value - best > stopping.MinDelta || (stopping.MinDelta == 0 && epoch.IsBest);
                stale = improved ? 0 : stale + 1;
                best = Math.Max(best, value);
            }

            return stale >= stopping.Patience;
        }

        /// <summary>A loss that is no number, as after weights diverged, counts as the worst.</summary>
        private static double OrWorst(double loss) => double.IsNaN(loss) ? double.PositiveInfinity : loss;
    }
}
