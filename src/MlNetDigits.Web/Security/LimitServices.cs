using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Security;

/// <summary>Applies the limits of requests.</summary>
internal static class LimitServices
{
    /// <summary>Name of the policy for endpoints that run a network.</summary>
    public const string Scoring = "scoring";

    public static void AddLimits(this WebApplicationBuilder builder, RequestLimits limits)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.MaximumBytes;
            // The timeout is what bounds a body that comes slowly.
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = limits.MaximumBytes;
            form.ValueCountLimit = limits.MaximumBatch;
            // Never to a temporary file: the whole body is within MaximumBytes.
            form.MemoryBufferThreshold = (int)limits.MaximumBytes;
        });
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = limits.Timeout, TimeoutStatusCode = StatusCodes.Status408RequestTimeout });
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(limits.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddConcurrencyLimiter(Scoring, concurrency =>
            {
                concurrency.PermitLimit = limits.MaximumConcurrency;
                concurrency.QueueLimit = limits.MaximumQueue;
            });
        });
    }
}
