namespace MlNetDigits.Web.Metrics;

/// <summary>The labels of a series.</summary>
internal sealed class TagSet(KeyValuePair<string, object?>[] tags)
{
    public ReadOnlySpan<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>The labels as Prometheus writes them, without braces.</summary>
    public string Text { get; } = PrometheusText.Labels(tags);
}
