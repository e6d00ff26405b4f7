using System.Diagnostics.Metrics;
using MlNetDigits.Web.Endpoints;
using MlNetDigits.Web.Settings;
using MlNetDigits.Web.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MlNetDigits.Web.Hosting;

/// <summary>Gathers metrics for <c>/metrics</c>; sends them and traces of requests where an OTLP endpoint is named.</summary>
internal static class TelemetryServices
{
    private const string ServiceName = "mlnet-digits-web";

    // A client can choose labels such as the method; it cannot fill the memory with them.
    private const int MostSeries = 1000;

    private static readonly string[] Meters =
    [
        ServiceMetrics.MeterName, "MlNetDigits", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime",
    ];

    /// <exception cref="InvalidOperationException">The endpoint's address or protocol is none.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder, DigitServiceOptions options)
    {
        var sends = OtlpSettings.Apply(builder.Configuration, options);
        var version = typeof(TelemetryServices).Assembly.GetName().Version!.ToString(3);
        var telemetry = builder.Services.AddSingleton<ServiceMetrics>().AddOpenTelemetry()
            // The environment is asked last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: version).AddEnvironmentVariableDetector())
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddPrometheusExporter(prometheus =>
                {
                    prometheus.ScopeInfoEnabled = false;
                    prometheus.ScrapeResponseCacheDurationMilliseconds = 0;
                });
                if (sends)
                    metrics.AddOtlpExporter();
            });
        // Meters of other services in the process are left out.
        builder.Services.ConfigureOpenTelemetryMeterProvider((services, metrics) =>
        {
            var own = services.GetRequiredService<IMeterFactory>();
            metrics.AddView(instrument => instrument.Meter.Scope is null || instrument.Meter.Scope == own ? new MetricStreamConfiguration { CardinalityLimit = MostSeries } : MetricStreamConfiguration.Drop);
        });
        if (sends)
            telemetry.WithTracing(traces => traces.AddSource(Spans.SourceName).AddAspNetCoreInstrumentation(requests => requests.Filter = IsTraced).AddOtlpExporter());
    }

    // Balancers and Prometheus ask every few seconds.
    private static bool IsTraced(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(HealthEndpoints.Root) && !context.Request.Path.StartsWithSegments(MetricsEndpoint.Path);
}
