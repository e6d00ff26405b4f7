using System.Diagnostics;

namespace MlNetDigits.Networks.Benchmarking;

/// <summary>Times calls of several contestants in turns, so that other work on the machine slows all of them alike.</summary>
public static class CallTiming
{
    /// <summary>Gives each contestant the window in turns, A B A B, and times every call.</summary>
    /// <param name="contestants">One call of each contestant.</param>
    /// <param name="rounds">Turns of each, at least 1.</param>
    /// <param name="window">Time of a turn; at least one call is timed.</param>
    /// <param name="warmUp">Time of untimed calls before each turn; at least one.</param>
    /// <param name="cancellationToken">Ends the measurement with an exception.</param>
    /// <returns>For each contestant the seconds of its calls in rising order.</returns>
    public static double[][] Measure(IReadOnlyList<Action> contestants, int rounds, TimeSpan window, TimeSpan warmUp, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contestants);
        Guard.AtLeast(1, rounds, nameof(rounds));
        List<double>[] times = [.. contestants.Select(_ => new List<double>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contestants.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Call(contestants[i], warmUp, null);
                Call(contestants[i], window, times[i]);
            }
        }

        return [.. times.Select(list => list.Order().ToArray())];
    }

    /// <summary>A quantile of values in rising order.</summary>
    /// <param name="sorted">The values, at least one.</param>
    /// <param name="share">From 0, the least, to 1, the greatest.</param>
    /// <returns>The nearest value.</returns>
    public static double Quantile(IReadOnlyList<double> sorted, double share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        Guard.AtLeast(1, sorted.Count, nameof(sorted));
        Guard.Between(0, 1, share, nameof(share));
        return sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }

    private static void Call(Action contestant, TimeSpan window, List<double>? times)
    {
        long start = Stopwatch.GetTimestamp(), now = start;
        do
        {
            long before = now;
            contestant();
            now = Stopwatch.GetTimestamp();
            times?.Add(Stopwatch.GetElapsedTime(before, now).TotalSeconds);
        }
        while (Stopwatch.GetElapsedTime(start, now) < window);
    }
}
