using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Estimates how long all epochs of all members still take, from those that are done.</summary>
internal sealed class TrainingClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private double? _firstEpoch;

    /// <summary>Gets the time since training began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Estimates the remaining time; early stopping may end sooner.</summary>
    public TimeSpan? Remaining(TrainingProgress progress)
    {
        double before = progress.Epoch - 1 + ((Math.Max(1, progress.Member) - 1) * (double)progress.Epochs);
        _firstEpoch ??= before;
        double done = before + (progress.Batch / (double)Math.Max(1, progress.Batches));
        double here = done - _firstEpoch.Value;
        return here <= 0 ? null : TimeSpan.FromTicks((long)(Elapsed.Ticks / here * Math.Max(0, (Math.Max(1, progress.Members) * (double)progress.Epochs) - done)));
    }
}
