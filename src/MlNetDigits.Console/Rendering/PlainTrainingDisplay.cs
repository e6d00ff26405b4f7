using MlNetDigits.Reports;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training as plain lines: one per epoch.</summary>
internal sealed class PlainTrainingDisplay(TextWriter output, TrainingPlan plan, TimeProvider time) : ITrainingDisplay
{
    private TrainingClock? _clock;
    private BatchProgress _progress;

    /// <inheritdoc/>
    public T Run<T>(Func<T> train)
    {
        _clock = new TrainingClock(time, plan.Epochs);
        return train();
    }

    /// <inheritdoc/>
    public void Batch(BatchProgress progress) => _progress = progress;

    /// <inheritdoc/>
    public void Epoch(EpochReport epoch)
    {
        TimeSpan? remaining = _clock?.Remaining(_progress with { Epoch = epoch.Epoch, Batch = 1, Batches = 1 });
        string validation = epoch.ValidationAccuracy is { } accuracy
            ? $", validation loss {Format.Loss(epoch.ValidationLoss ?? double.NaN)}, validation accuracy {Format.Percent(accuracy)}"
            : string.Empty;
        string eta = remaining is { } left && epoch.Epoch < plan.Epochs ? $", ETA {Format.Duration(left)}" : string.Empty;
        output.WriteLine(
            $"epoch {epoch.Epoch}/{plan.Epochs}: loss {Format.Loss(epoch.Loss)}, accuracy {Format.Percent(epoch.Accuracy)}{validation}, "
            + $"{Format.Seconds(epoch.Seconds)}, {Format.Count((long)epoch.ImagesPerSecond)} images/s{eta}{(epoch.IsBest ? ", best" : string.Empty)}");
        output.Flush();
    }
}
