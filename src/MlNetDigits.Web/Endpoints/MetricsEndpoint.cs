using MlNetDigits.Web.Metrics;
using MlNetDigits.Web.Security;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>GET /metrics</c>.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder app) => app
        .MapGet("/metrics", [Protected] (PrometheusCollector collector) => TypedResults.Text(collector.Collect(), "text/plain; version=0.0.4; charset=utf-8"))
        .WithTags("Operation")
        .WithSummary("Tells counts and durations in Prometheus' text format.");
}
