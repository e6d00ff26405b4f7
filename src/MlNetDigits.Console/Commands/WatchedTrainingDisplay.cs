using MlNetDigits.Console.Hosting;
using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Commands;

/// <summary>A display that logs each epoch and tells the deadline of it.</summary>
internal sealed class WatchedTrainingDisplay(ITrainingDisplay display, Journal journal, TrainDeadline deadline) : ITrainingDisplay
{
    /// <inheritdoc/>
    public T Run<T>(Func<T> train) => display.Run(train);

    /// <inheritdoc/>
    public T Then<T>(string status, Func<T> work)
    {
        journal.Log(status);
        return display.Then(status, work);
    }

    /// <inheritdoc/>
    public void OnProgress(TrainingProgress progress) => display.OnProgress(progress);

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
        deadline.OnEpoch();
        journal.Log($"{(metrics.Member > 1 ? $"member {metrics.Member}, " : string.Empty)}epoch {metrics.Epoch}: {EpochText.Figures(metrics)}{(metrics.IsBest ? ", best" : string.Empty)}");
        display.OnEpoch(metrics);
    }
}
