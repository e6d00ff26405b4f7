namespace MlNetDigits.Networks.Training;

/// <summary>Watches a training; called on the thread that trains.</summary>
public interface ITrainingObserver
{
    /// <summary>Called after batches, at most about ten times a second.</summary>
    /// <param name="progress">Where training stands.</param>
    void OnProgress(TrainingProgress progress);

    /// <summary>Called after each epoch and its validation.</summary>
    /// <param name="metrics">What the epoch came to.</param>
    void OnEpoch(EpochMetrics metrics);
}
