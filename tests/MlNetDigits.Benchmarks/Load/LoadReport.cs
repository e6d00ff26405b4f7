namespace MlNetDigits.Benchmarks.Load;

/// <summary>What a load showed; latencies count from when a request was due.</summary>
internal sealed record LoadReport(double Rate, long Requests, long Failures, double P50, double P99, double Largest)
{
    public override string ToString() => FormattableString.Invariant($"{Rate,9:N0} requests/s, p50 {P50:F2} ms, p99 {P99:F2} ms, largest {Largest:F1} ms, {Requests:N0} requests, {Failures} failed");
}
