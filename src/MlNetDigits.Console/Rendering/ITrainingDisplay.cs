using MlNetDigits.Reports;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training while it runs.</summary>
internal interface ITrainingDisplay
{
    /// <summary>Runs the training with the display around it.</summary>
    T Run<T>(Func<T> train);

    /// <summary>Takes the progress within an epoch.</summary>
    void Batch(BatchProgress progress);

    /// <summary>Takes a finished epoch.</summary>
    void Epoch(EpochReport epoch);
}
