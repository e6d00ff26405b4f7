namespace MlNetDigits.Networks.Training;

/// <summary>Watches a training with delegates, as a notebook does that has no class of its own.</summary>
public sealed class TrainingObserver : ITrainingObserver
{
    /// <summary>Called after each epoch and its validation.</summary>
    /// <value>Default null: not called.</value>
    public Action<EpochMetrics>? EpochEnded { get; init; }

    /// <summary>Called after batches, at most about ten times a second.</summary>
    /// <value>Default null: not called.</value>
    public Action<TrainingProgress>? Progressed { get; init; }

    /// <inheritdoc/>
    public void OnProgress(TrainingProgress progress) => Progressed?.Invoke(progress);

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics) => EpochEnded?.Invoke(metrics);
}
