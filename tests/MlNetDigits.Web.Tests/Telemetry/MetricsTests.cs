using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Telemetry;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterPredictions_CountThem()
    {
        using var service = new TestService();
        var client = service.CreateClient();
        await Predict(client, 3);

        var text = await client.GetStringAsync("/metrics");

        Assert.Contains("# TYPE mlnet_digits_predictions_total counter", text);
        Assert.Contains("mlnet_digits_predictions_total{class=\"7\",model=\"small\"} 3\n", text);
        Assert.Contains("mlnet_digits_scoring_duration_seconds_bucket{model=\"small\",le=\"+Inf\"} 3\n", text);
        Assert.Contains("mlnet_digits_scoring_duration_seconds_count{model=\"small\"} 3\n", text);
        Assert.Contains("http_server_request_duration_seconds_count{", text);
        Assert.Contains("aspnetcore_rate_limiting_active_request_leases{aspnetcore_rate_limiting_policy=\"scoring\"} 0\n", text);
        Assert.Contains("dotnet_process_memory_working_set_bytes{} ", text);
        Assert.Contains("service_name=\"mlnet-digits-web\",service_version=\"0.1.0\"", text);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches("^(# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\\{.*\\})? [-+.0-9EInfNa]+)$", line));
    }

    [Fact]
    public async Task Metrics_ScoringDuration_HasBucketsFromFiftyMicrosecondsToOneSecond()
    {
        using var service = new TestService();
        var client = service.CreateClient();
        await Predict(client, 1);

        var lines = (await client.GetStringAsync("/metrics")).Split('\n').Where(line => line.StartsWith("mlnet_digits_scoring_duration_seconds_bucket", StringComparison.Ordinal));

        Assert.Equal(
            ["5E-05", "0.0001", "0.0002", "0.0005", "0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "+Inf"],
            lines.Select(line => line.Split('"')[3]));
    }

    [Fact]
    public async Task Metrics_ManyClients_LoseNothing()
    {
        using var service = new TestService();
        var client = service.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Predict(client, 25))));

        Assert.Contains("mlnet_digits_predictions_total{class=\"7\",model=\"small\"} 200\n", await client.GetStringAsync("/metrics"));
    }

    [Fact]
    public async Task Metrics_TwoServicesInTheProcess_TellTheirOwn()
    {
        using var one = new TestService();
        using var other = new TestService();
        await Predict(one.CreateClient(), 2);
        await Predict(other.CreateClient(), 5);

        var text = await one.CreateClient().GetStringAsync("/metrics");

        Assert.Contains("mlnet_digits_predictions_total{class=\"7\",model=\"small\"} 2\n", text);
    }

    [Fact]
    public async Task Metrics_ModelsExchanged_CountLoads()
    {
        await using var service = await ServiceProcess.Start("--Digits:ReloadInterval=00:00:00.02");

        await File.WriteAllTextAsync(service.Model, "no model");

        await service.Metric("mlnet_digits_model_loads_total{file=\"small.onnx\",result=\"refused\"} ");
    }

    [Fact]
    public async Task Health_Started_IsLiveAndReady()
    {
        using var service = new TestService();
        var client = service.CreateClient();

        Assert.Equal("Healthy", await client.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
    }

    private static async Task Predict(HttpClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await client.PostAsync("/v1/predict", Requests.Pixels(TestService.Seven));
            response.EnsureSuccessStatusCode();
        }
    }
}
