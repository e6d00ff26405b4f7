using System.Diagnostics;

namespace MlNetDigits.Benchmarks.Load;

/// <summary>
/// Loads a service for long while its model is exchanged:
/// <c>soak URL model=served.onnx with=other.onnx [minutes=10] [every=5] [interval=30] [connections=16] [rate=N] [process=N]</c>.
/// </summary>
internal static class SoakCommand
{
    public static async Task<int> Run(string[] arguments)
    {
        var given = new LoadArguments(arguments);
        LoadOptions options = given.Options(TimeSpan.FromSeconds(given.Number("interval", 30)));
        using var stop = new CancellationTokenSource();
        var swaps = new ModelSwaps(given.Required("model"), given.Required("with"));
        Task swapping = swaps.Run(TimeSpan.FromSeconds(given.Number("every", 5)), stop.Token);

        TimeSpan whole = TimeSpan.FromMinutes(given.Number("minutes", 10));
        long start = Stopwatch.GetTimestamp(), requests = 0, failures = 0;
        while (Stopwatch.GetElapsedTime(start) < whole)
        {
            LoadReport report = await LoadGenerator.Run(options);
            requests += report.Sent;
            failures += report.Failures;
            string memory = ProcessUsage.Of(given.Process) is { } usage ? FormattableString.Invariant($", {usage.WorkingSet / 1048576.0:F0} MiB") : "";
            Console.WriteLine(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(start):mm\\:ss} {report}, {swaps.Count} swaps so far{memory}"));
        }

        await stop.CancelAsync();
        await swapping;
        Console.WriteLine(FormattableString.Invariant($"{requests:N0} requests, {failures} failed, {swaps.Count} models exchanged, {swaps.Damaged} damaged ones offered"));
        return failures == 0 ? 0 : 1;
    }
}
