using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Telemetry;

/// <summary>Where metrics and traces are sent, by OpenTelemetry's own settings.</summary>
/// <remarks>The settings: https://opentelemetry.io/docs/specs/otel/protocol/exporter/.</remarks>
internal static class OtlpSettings
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    /// <summary>Gives the service's own setting to OpenTelemetry, and checks what the exporter would pass over in silence.</summary>
    /// <returns>Whether anything is sent.</returns>
    /// <exception cref="InvalidOperationException">The address or the protocol is none.</exception>
    public static bool Apply(IConfiguration configuration, DigitServiceOptions options)
    {
        if (!string.IsNullOrEmpty(options.OtlpEndpoint))
            configuration[Endpoint] = options.OtlpEndpoint;
        var endpoint = configuration[Endpoint];
        if (string.IsNullOrEmpty(endpoint))
            return false;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new InvalidOperationException($"{DigitServiceOptions.Section}:{nameof(DigitServiceOptions.OtlpEndpoint)} or {Endpoint} is '{endpoint}', which is no address of a collector: write it as http://localhost:4317.");
        if (configuration[Protocol] is { Length: > 0 } protocol and not ("grpc" or "http/protobuf"))
            throw new InvalidOperationException($"{Protocol} is '{protocol}': set it to grpc, which is the default, or http/protobuf.");
        return true;
    }
}
