using System.Diagnostics.Metrics;
using MlNetDigits.Web.Metrics;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Metrics;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterPredictions_CountThem()
    {
        using var service = new TestService();
        var client = service.CreateClient();
        for (var i = 0; i < 3; i++)
            await client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven));

        var text = await client.GetStringAsync("/metrics");

        Assert.Contains("# TYPE mlnet_digits_predictions_total counter", text);
        Assert.Matches("mlnet_digits_predictions_total\\{model=\"small\",digit=\"7\"\\} [3-9]", text);
        Assert.Contains("mlnet_digits_scoring_duration_seconds_bucket{model=\"small\",le=\"+Inf\"}", text);
        Assert.Contains("http_server_request_duration_seconds_count{", text);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches("^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\\{.*\\})? [-+.0-9EInfNa]+)$", line));
    }

    [Fact]
    public void Collect_Histogram_HasCumulativeBuckets()
    {
        using var collector = new PrometheusCollector();
        using var meter = new Meter("MlNetDigits");
        var histogram = meter.CreateHistogram("test.size", "By", "Sizes of \"a\\b\".", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 10] });
        foreach (var value in new[] { 0.5, 1, 5, 50 })
            histogram.Record(value, new KeyValuePair<string, object?>("kind", "a\"b\\c\nd"));

        var lines = collector.Collect().Split('\n').Where(line => line.Contains("test_size"));

        Assert.Equal(
            """
            # HELP test_size_bytes Sizes of "a\\b".
            # TYPE test_size_bytes histogram
            test_size_bytes_bucket{kind="a\"b\\c\nd",le="1"} 2
            test_size_bytes_bucket{kind="a\"b\\c\nd",le="10"} 3
            test_size_bytes_bucket{kind="a\"b\\c\nd",le="+Inf"} 4
            test_size_bytes_sum{kind="a\"b\\c\nd"} 56.5
            test_size_bytes_count{kind="a\"b\\c\nd"} 4
            """,
            string.Join('\n', lines));
    }

    [Fact]
    public void Collect_ManyThreads_LoseNothing()
    {
        using var collector = new PrometheusCollector();
        using var meter = new Meter("MlNetDigits");
        var counter = meter.CreateCounter<long>("test.threads");

        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 1000; i++)
                counter.Add(1);
        });

        Assert.Contains("test_threads_total 8000\n", collector.Collect());
    }

    [Fact]
    public async Task Health_Started_IsLiveAndReady()
    {
        using var service = new TestService();
        var client = service.CreateClient();

        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }
}
