namespace MlNetDigits.Networks.Benchmarking;

/// <summary>How fast calls that score a batch of images are.</summary>
/// <param name="ImagesPerSecond">Images per second of the median call.</param>
/// <param name="P50">Median time of a call in microseconds.</param>
/// <param name="P90">Time in microseconds that 90 % of calls keep.</param>
/// <param name="P99">Time in microseconds that 99 % of calls keep.</param>
/// <param name="Calls">Number of timed calls.</param>
public sealed record CallSpeed(double ImagesPerSecond, double P50, double P90, double P99, int Calls)
{
    /// <summary>Sums up the times of calls.</summary>
    /// <param name="seconds">Seconds of each call in rising order.</param>
    /// <param name="images">Images of each call.</param>
    /// <returns>The summary.</returns>
    public static CallSpeed From(IReadOnlyList<double> seconds, int images)
    {
        double At(double share) => CallTiming.Quantile(seconds, share);
        return new CallSpeed(images / At(0.5), At(0.5) * 1e6, At(0.9) * 1e6, At(0.99) * 1e6, seconds.Count);
    }
}
