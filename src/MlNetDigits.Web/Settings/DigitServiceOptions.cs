using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Settings;

/// <summary>How the service runs; the section <c>Digits</c> of its configuration.</summary>
public sealed record DigitServiceOptions
{
    /// <summary>Name of the configuration's section.</summary>
    public const string Section = "Digits";

    /// <summary>Gets the model files by the names that requests choose them by.</summary>
    /// <value>Default: the shipped models.</value>
    public IDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the name of the model for requests that name none.</summary>
    /// <value>Default: <c>robust</c> if it is served, else the first name.</value>
    public string? DefaultModel { get; init; }

    /// <summary>Gets the file of the network that reads lines of digits, as <c>mlnet-digits train-lines</c> writes it.</summary>
    /// <value>Default: the shipped one.</value>
    public string? Lines { get; init; }

    /// <summary>Gets the digit score below which an image is refused as no digit, by models that were trained to tell.</summary>
    /// <value>Default 0.5; 0, which refuses none, to 1.</value>
    public float RejectionThreshold { get; init; } = DigitPrediction.DefaultThreshold;

    /// <summary>Gets how often model files are looked at for a newer model.</summary>
    /// <value>Default 250 milliseconds; 10 milliseconds to 1 day.</value>
    public TimeSpan ReloadInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the key that requests must send.</summary>
    /// <value>Default: none is needed.</value>
    public string? ApiKey { get; init; }

    /// <summary>Gets the origins whose pages may call the service, such as <c>https://example.org</c>.</summary>
    /// <value>Default: none but the service's own page.</value>
    public IList<string> CorsOrigins { get; init; } = [];

    /// <summary>Gets the SQLite file that keeps corrections.</summary>
    /// <value>Default: none are kept.</value>
    public string? FeedbackFile { get; init; }

    /// <summary>Gets the most corrections that are kept.</summary>
    /// <value>Default 100,000; 1 to 10 million.</value>
    public long MaximumFeedback { get; init; } = 100_000;

    /// <summary>Gets how long a stopping service waits for requests under way.</summary>
    /// <value>Default 30 seconds; 0 to 1 hour.</value>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long a stopping service still takes requests while it tells that it is not ready.</summary>
    /// <value>Default 0; up to 1 hour.</value>
    public TimeSpan DrainDelay { get; init; }

    /// <summary>Gets the address of an OpenTelemetry collector that metrics and traces are sent to, such as <c>http://localhost:4317</c>.</summary>
    /// <value>Default: what <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names, else nothing is sent.</value>
    public string? OtlpEndpoint { get; init; }

    /// <summary>Gets the limits of requests.</summary>
    public RequestLimits Limits { get; init; } = new();

    internal void Validate()
    {
        Range.Check($"{Section}:{nameof(ReloadInterval)}", ReloadInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromDays(1));
        Range.Check($"{Section}:{nameof(DrainTimeout)}", DrainTimeout, TimeSpan.Zero, TimeSpan.FromHours(1));
        Range.Check($"{Section}:{nameof(DrainDelay)}", DrainDelay, TimeSpan.Zero, TimeSpan.FromHours(1));
        Range.Check($"{Section}:{nameof(RejectionThreshold)}", RejectionThreshold, 0, 1);
        Range.Check($"{Section}:{nameof(MaximumFeedback)}", MaximumFeedback, 1, 10_000_000);
        if (ApiKey is { Length: < 16 })
            throw new InvalidOperationException($"{Section}:{nameof(ApiKey)} has {ApiKey.Length} characters: give it 16 or more, so that it cannot be guessed.");
        foreach (var origin in CorsOrigins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
                throw new InvalidOperationException($"{Section}:{nameof(CorsOrigins)} has '{origin}', which is no origin: write it as https://example.org, without a path.");
        }

        Limits.Validate();
    }
}
