using System.Diagnostics;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>Sends requests over many connections, each the next one after its answer (closed loop) or at fixed times.</summary>
internal static class LoadGenerator
{
    public static async Task<LoadReport> Run(LoadOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan warmUp = options.Duration / 5;
        List<double>[] latencies = [.. Enumerable.Range(0, options.Connections).Select(_ => new List<double>(1 << 16))];
        long failures = 0, next = 0, sent = 0;
        await Task.WhenAll(latencies.Select(mine => Task.Run(() => Loop(mine))));

        double[] all = [.. latencies.SelectMany(each => each).Order()];
        return all.Length == 0
            ? new LoadReport(0, 0, sent, failures, 0, 0, 0)
            : new LoadReport(all.Length / options.Duration.TotalSeconds, all.Length, sent, failures, all[all.Length / 2], all[(int)(all.Length * 0.99)], all[^1]);

        async Task Loop(List<double> mine)
        {
            Connection connection = await Connection.Open(options);
            while (Stopwatch.GetElapsedTime(start) is var now && now < warmUp + options.Duration)
            {
                TimeSpan due = now;
                if (options.Rate is { } rate)
                {
                    due = TimeSpan.FromSeconds(Interlocked.Increment(ref next) / rate);
                    if (due > now)
                        await Task.Delay(due - now);
                }

                Interlocked.Increment(ref sent);
                bool isRight = await Succeeds(connection);
                TimeSpan end = Stopwatch.GetElapsedTime(start);
                if (!isRight)
                {
                    Interlocked.Increment(ref failures);
                    connection.Dispose();
                    connection = await Connection.Open(options);
                }
                else if (end > warmUp)
                {
                    mine.Add((end - due).TotalMilliseconds);
                }
            }

            connection.Dispose();
        }
    }

    private static async ValueTask<bool> Succeeds(Connection connection)
    {
        try
        {
            return await connection.Ask();
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
