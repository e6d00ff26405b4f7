using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace MlNetDigits.Web.Metrics;

/// <summary>One instrument's values by labels.</summary>
internal sealed class InstrumentSeries
{
    // A client can choose labels such as the method; it cannot fill the memory with them.
    private const int MostSeries = 1000;

    private readonly ConcurrentDictionary<TagSet, Series> _series = new(TagSetComparer.Instance);
    private readonly ConcurrentDictionary<TagSet, Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private readonly string _help;
    private readonly bool _replaces;
    private readonly double[]? _bounds;

    public InstrumentSeries(Instrument instrument)
    {
        _lookup = _series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        var kind = instrument.GetType().Name;
        Type = kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram" : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";
        Name = PrometheusText.Name(instrument.Name, instrument.Unit, Type == "counter");
        _help = PrometheusText.Help(instrument.Description ?? instrument.Name);
        _replaces = instrument.IsObservable || kind.StartsWith("Gauge", StringComparison.Ordinal);
        _bounds = Type == "histogram" ? Bounds(instrument) : null;
    }

    public string Name { get; }

    public string Type { get; }

    public void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!_lookup.TryGetValue(tags, out var series))
        {
            if (_series.Count >= MostSeries)
                return;
            series = _series.GetOrAdd(new TagSet(tags.ToArray()), _ => new Series(_bounds));
        }

        series.Add(value, _replaces);
    }

    public void Write(StringBuilder text, bool withHead)
    {
        if (withHead)
            text.Append("# HELP ").Append(Name).Append(' ').Append(_help).Append("\n# TYPE ").Append(Name).Append(' ').Append(Type).Append('\n');
        foreach (var (tags, series) in _series.Select(pair => (pair.Key.Text, pair.Value)).OrderBy(pair => pair.Text, StringComparer.Ordinal))
            series.Write(text, Name, tags);
    }

    private static double[] Bounds(Instrument instrument) =>
        (instrument as Instrument<double>)?.Advice?.HistogramBucketBoundaries is { Count: > 0 } advised
            ? [.. advised]
            : [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
}
