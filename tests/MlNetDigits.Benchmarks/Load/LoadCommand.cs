namespace MlNetDigits.Benchmarks.Load;

/// <summary>Measures a running service: <c>load URL [connections=16] [seconds=10] [rate=N] [image=file] [process=N]</c>.</summary>
internal static class LoadCommand
{
    public static async Task<int> Run(string[] arguments)
    {
        var given = new LoadArguments(arguments);
        LoadOptions options = given.Options(TimeSpan.FromSeconds(given.Number("seconds", 10)));
        ProcessUsage? before = ProcessUsage.Of(given.Process);
        LoadReport report = await LoadGenerator.Run(options);
        Console.WriteLine($"{options.Url.PathAndQuery}: {report}");
        if (ProcessUsage.Of(given.Process) is { } after)
            Console.WriteLine(FormattableString.Invariant($"the service: {(after.Processor - before!.Processor).TotalMicroseconds / report.Sent:F1} µs of processor time for a request, {after.WorkingSet / 1048576.0:F0} MiB"));
        return report.Failures == 0 ? 0 : 1;
    }
}
