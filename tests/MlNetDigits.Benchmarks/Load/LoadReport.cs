namespace MlNetDigits.Benchmarks.Load;

/// <summary>What a load showed; latencies are milliseconds from when a request was due.</summary>
/// <param name="Rate">Answers per second.</param>
/// <param name="Requests">Answers that were measured.</param>
/// <param name="Sent">Requests with those of the warm-up.</param>
/// <param name="Failures">Requests without an answer of status 200.</param>
/// <param name="P50">Median latency.</param>
/// <param name="P99">Latency that one in a hundred exceeds.</param>
/// <param name="Largest">Largest latency.</param>
internal sealed record LoadReport(double Rate, long Requests, long Sent, long Failures, double P50, double P99, double Largest)
{
    public override string ToString() => FormattableString.Invariant($"{Rate,9:N0} requests/s, p50 {P50:F2} ms, p99 {P99:F2} ms, largest {Largest:F1} ms, {Requests:N0} requests, {Failures} failed");
}
