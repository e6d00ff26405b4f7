namespace MlNetDigits.Web.Hosting;

/// <summary>How the service runs; the section <c>Digits</c> of its configuration.</summary>
public sealed record DigitServiceOptions
{
    /// <summary>Name of the configuration's section.</summary>
    public const string Section = "Digits";

    /// <summary>Gets the model files by the names that requests choose them by.</summary>
    /// <value>Default: the shipped models.</value>
    public IDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the name of the model for requests that name none.</summary>
    /// <value>Default: <c>best</c> if it is served, else the first name.</value>
    public string? DefaultModel { get; init; }

    /// <summary>Gets how often model files are looked at for a newer model.</summary>
    /// <value>Default 1 second.</value>
    public TimeSpan ReloadInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets the limits of a request.</summary>
    public RequestLimits Limits { get; init; } = new();
}
