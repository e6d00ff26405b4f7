using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training as plain lines: one per epoch, and one per second in between.</summary>
internal sealed class PlainTrainingDisplay(TextWriter output, TimeProvider time) : ITrainingDisplay
{
    private readonly TrainingClock _clock = new(time);
    private readonly Heartbeat _heartbeat = new(output, time);
    private TrainingProgress _progress;

    /// <inheritdoc/>
    public T Run<T>(Func<T> train) => Then("reading the images", train);

    /// <inheritdoc/>
    public T Then<T>(string status, Func<T> work)
    {
        _heartbeat.Set(status, isTimed: true);
        _heartbeat.Start();
        try
        {
            return work();
        }
        finally
        {
            _heartbeat.Dispose();
        }
    }

    /// <inheritdoc/>
    public void OnProgress(TrainingProgress progress)
    {
        _progress = progress;
        string left = _clock.Remaining(progress) is { } remaining ? $", ETA {Format.Duration(remaining)}" : string.Empty;
        if (progress.Batch == progress.Batches)
        {
            _heartbeat.Set($"{Place(progress.Epoch)}: validating", isTimed: true);
            return;
        }

        _heartbeat.Set(
            $"{Place(progress.Epoch)}, batch {progress.Batch}/{progress.Batches}: loss {Format.Loss(progress.Loss)}, accuracy {Format.Percent(progress.Accuracy)}, "
            + $"{Format.Count((long)progress.ImagesPerSecond)} images/s{left}");
        _heartbeat.Beat();
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
        _heartbeat.WriteLine($"{Place(metrics.Epoch)}: {EpochText.Figures(metrics)}{Remaining(metrics)}{(metrics.IsBest ? ", best" : string.Empty)}");
        _heartbeat.Set(IsLast(metrics) ? "making the model" : "waiting for the next epoch", isTimed: true);
    }

    private string Place(int epoch) =>
        $"{(_progress.Members > 1 ? $"member {_progress.Member}/{_progress.Members}, " : string.Empty)}epoch {epoch}/{_progress.Epochs}";

    private bool IsLast(EpochMetrics metrics) => metrics.Epoch >= _progress.Epochs && _progress.Member >= _progress.Members;

    private string Remaining(EpochMetrics metrics) =>
        !IsLast(metrics) && _clock.Remaining(_progress with { Epoch = metrics.Epoch, Batch = 1, Batches = 1 }) is { } remaining
            ? $", ETA {Format.Duration(remaining)}"
            : string.Empty;
}
