using System.Diagnostics;

namespace MlNetDigits.Web.Telemetry;

/// <summary>The parts of a request that traces show; null while nobody listens.</summary>
internal static class Spans
{
    /// <summary>Name of the source of spans.</summary>
    public const string SourceName = "MlNetDigits";

    /// <summary>Tag with the number of digits.</summary>
    public const string Count = "digits.count";

    private static readonly ActivitySource Source = new(SourceName, typeof(Spans).Assembly.GetName().Version!.ToString(3));

    /// <summary>Starts the span of reading, decoding and normalizing a request's digits.</summary>
    public static Activity? Read() => Source.StartActivity("digits.read");

    /// <summary>Starts the span of a network's run.</summary>
    public static Activity? Score(string model, int count) => Source.StartActivity("digits.score") is { } span
        ? span.SetTag("digits.model", model).SetTag(Count, count)
        : null;

    /// <summary>Starts the span of an explanation.</summary>
    public static Activity? Explain(string model) => Source.StartActivity("digits.explain")?.SetTag("digits.model", model);
}
