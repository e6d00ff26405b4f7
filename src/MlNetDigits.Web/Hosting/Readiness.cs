using Microsoft.Extensions.Diagnostics.HealthChecks;
using MlNetDigits.Web.Models;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Hosting;

/// <summary>Tells whether the service takes requests, and keeps taking them for a while after it says no more.</summary>
internal sealed class Readiness(ServedModels models, DigitServiceOptions options, TimeProvider clock) : IHealthCheck, IHostedLifecycleService
{
    private volatile bool _isStopping;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _isStopping ? HealthCheckResult.Unhealthy("The service is stopping.") : HealthCheckResult.Healthy($"{models.All.Count} models are loaded."));

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        await Task.Delay(options.DrainDelay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
