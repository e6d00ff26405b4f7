using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace MlNetDigits.Web.Endpoints;

/// <summary><c>GET /health/live</c> and <c>GET /health/ready</c>.</summary>
internal static class HealthEndpoints
{
    /// <summary>What the endpoints' addresses begin with.</summary>
    public const string Root = "/health";

    /// <summary>Tag of the checks that tell whether the service takes requests.</summary>
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Root + "/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Root + "/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
