using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows nothing of a training.</summary>
internal sealed class QuietTrainingDisplay : ITrainingDisplay
{
    /// <inheritdoc/>
    public T Run<T>(Func<T> train) => train();

    /// <inheritdoc/>
    public T Then<T>(string status, Func<T> work) => work();

    /// <inheritdoc/>
    public void OnProgress(TrainingProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
    }
}
