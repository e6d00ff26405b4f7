using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>GET /metrics</c>.</summary>
internal static class MetricsEndpoint
{
    /// <summary>The endpoint's address.</summary>
    public const string Path = "/metrics";

    /// <summary>Maps the exporter as a handler, since a bare delegate would be missing in the OpenAPI document.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder app)
    {
        var exporter = app.CreateApplicationBuilder().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        app.MapGet(Path, (Delegate)([Protected] (HttpContext context) => exporter(context)))
            .WithTags("Operation")
            .WithSummary("Tells counts and durations in Prometheus' text format.");
    }
}
