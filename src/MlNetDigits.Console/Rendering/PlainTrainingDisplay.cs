using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training as plain lines: one per epoch.</summary>
internal sealed class PlainTrainingDisplay(TextWriter output, TimeProvider time) : ITrainingDisplay
{
    private readonly TrainingClock _clock = new(time);
    private int _epochs;

    /// <inheritdoc/>
    public T Run<T>(Func<T> train) => train();

    /// <inheritdoc/>
    public void OnProgress(TrainingProgress progress)
    {
        _epochs = progress.Epochs;
        _clock.Remaining(progress);
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
        string validation = double.IsNaN(metrics.ValidationAccuracy)
            ? string.Empty
            : $", validation loss {Format.Loss(metrics.ValidationLoss)}, validation accuracy {Format.Percent(metrics.ValidationAccuracy)}";
        output.WriteLine(
            $"epoch {metrics.Epoch}/{_epochs}: loss {Format.Loss(metrics.TrainLoss)}, accuracy {Format.Percent(metrics.TrainAccuracy)}{validation}, "
            + $"{Format.Seconds(metrics.Seconds)}, {Format.Speed(metrics)} images/s{Remaining(metrics)}{(metrics.IsBest ? ", best" : string.Empty)}");
        output.Flush();
    }

    private string Remaining(EpochMetrics metrics) =>
        metrics.Epoch < _epochs && _clock.Remaining(new TrainingProgress(metrics.Epoch, _epochs, 1, 1, 0, 0, 0)) is { } remaining
            ? $", ETA {Format.Duration(remaining)}"
            : string.Empty;
}
