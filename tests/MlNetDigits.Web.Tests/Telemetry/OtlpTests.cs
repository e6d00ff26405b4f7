using Microsoft.AspNetCore.Server.Kestrel.Core;
using MlNetDigits.Web.Tests.Hosting;

namespace MlNetDigits.Web.Tests.Telemetry;

/// <remarks>Numbers are those of OTLP's fields: https://github.com/open-telemetry/opentelemetry-proto.</remarks>
public sealed class OtlpTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    private static readonly (string, string)[] Soon =
    [
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"), ("OTEL_BSP_SCHEDULE_DELAY", "100"),
    ];

    [Fact]
    public async Task Send_EndpointInTheEnvironment_CollectorGetsMetrics()
    {
        await using var collector = await Collector.Start();
        await using var service = await ServiceProcess.Start([.. Soon, (Endpoint, collector.Address)]);
        await Predict(service);

        var message = await collector.Receive("/v1/metrics", metrics => Names(metrics).Contains("http.server.request.duration") && Names(metrics).Contains("mlnet_digits.predictions"));

        Assert.Contains("mlnet_digits.scoring.duration", Names(message));
        Assert.Contains("dotnet.gc.collections", Names(message));
        Assert.Equal(("mlnet-digits-web", "0.1.0"), (Attribute(message, "service.name"), Attribute(message, "service.version")));
    }

    [Fact]
    public async Task Send_EndpointAsSetting_CollectorGetsARequestWithItsParts()
    {
        await using var collector = await Collector.Start();
        await using var service = await ServiceProcess.Start([.. Soon, ("OTEL_SERVICE_NAME", "reader"), ("Digits__OtlpEndpoint", collector.Address)]);
        await Predict(service);

        var message = await collector.Receive("/v1/traces", traces => Span(traces, "POST /v1/predict") is not null);

        var request = Span(message, "POST /v1/predict")!;
        Assert.Equal(TraceId, request.Hex(1));
        Assert.All([Span(message, "digits.read"), Span(message, "digits.score")], span => Assert.Equal((TraceId, request.Hex(2)), (span!.Hex(1), span.Hex(4))));
        Assert.Equal("small", Span(message, "digits.score")!.At(9).Single(tag => tag.Text(1) == "digits.model").Text(2, 1));
        Assert.Equal("reader", Attribute(message, "service.name"));
    }

    [Fact]
    public async Task Send_NoProtocolNamed_SpeaksGrpc()
    {
        await using var collector = await Collector.Start(HttpProtocols.Http2);
        await using var service = await ServiceProcess.Start([.. Soon[1..], (Endpoint, collector.Address)]);

        await Predict(service);

        await collector.Receive("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", _ => true);
        await collector.Receive("/opentelemetry.proto.collector.trace.v1.TraceService/Export", _ => true);
    }

    [Fact]
    public async Task Send_HealthAndMetrics_AreNotTraced()
    {
        await using var collector = await Collector.Start();
        await using var service = await ServiceProcess.Start([.. Soon, (Endpoint, collector.Address)]);
        await service.Client.GetStringAsync("/health/ready");
        await service.Client.GetStringAsync("/metrics");
        await Predict(service);

        var message = await collector.Receive("/v1/traces", traces => Span(traces, "POST /v1/predict") is not null);

        Assert.DoesNotContain(message.At(1, 2, 2), span => span.Text(5).StartsWith("GET", StringComparison.Ordinal));
    }

    // The proxy sees all that the process sends by HTTP, to whomever.
    [Theory]
    [InlineData("", false)]
    [InlineData("http://localhost:4318", true)]
    [InlineData("http://collector.invalid:4318", true)]
    public async Task Send_ByEndpoint_OnlyWhereOneIsNamed(string endpoint, bool isSent)
    {
        await using var proxy = await Collector.Start();
        await using var service = await ServiceProcess.Start([.. Soon, ("http_proxy", proxy.Address), ("no_proxy", ""), (Endpoint, endpoint)]);
        await Predict(service);

        service.Terminate();
        await service.Ended();

        Assert.Equal(isSent, proxy.Addresses().Count > 0);
    }

    [Fact]
    public async Task Send_NoCollectorThere_ServiceAnswersAndStops()
    {
        await using var service = await ServiceProcess.Start([.. Soon, (Endpoint, "http://127.0.0.1:1")]);

        await Predict(service);
        service.Terminate();

        Assert.Equal(0, await service.Ended());
    }

    private static async Task Predict(ServiceProcess service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/predict") { Content = Requests.Pixels(TestService.Seven), Headers = { { "traceparent", $"00-{TraceId}-b7ad6b7169203331-01" } } };
        using var response = await service.Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static string[] Names(ProtobufMessage metrics) => [.. metrics.At(1, 2, 2).Select(metric => metric.Text(1))];

    private static ProtobufMessage? Span(ProtobufMessage traces, string name) => traces.At(1, 2, 2).FirstOrDefault(span => span.Text(5) == name);

    private static string Attribute(ProtobufMessage message, string key) => message.At(1, 1, 1).Last(attribute => attribute.Text(1) == key).Text(2, 1);
}
