using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace MlNetDigits.Web.Metrics;

/// <summary>Sums up what meters measure and tells it in Prometheus' text format.</summary>
/// <remarks>The format: https://prometheus.io/docs/instrumenting/exposition_formats/.</remarks>
internal sealed class PrometheusCollector : IDisposable
{
    private static readonly HashSet<string> Meters = new(StringComparer.Ordinal)
    {
        ServiceMetrics.MeterName, "MlNetDigits", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime",
    };

    private readonly ConcurrentDictionary<Instrument, InstrumentSeries> _instruments = new();
    private readonly MeterListener _listener = new();

    /// <param name="meters">The service's own meters; those of other services in the process are left out.</param>
    public PrometheusCollector(IMeterFactory? meters = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || instrument.Meter.Scope == meters))
                listener.EnableMeasurementEvents(instrument, _instruments.GetOrAdd(instrument, static published => new InstrumentSeries(published)));
        };
        _listener.MeasurementsCompleted = (instrument, _) => _instruments.TryRemove(instrument, out InstrumentSeries? _);
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Add(state, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Add(state, value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Add(state, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Add(state, value, tags));
        _listener.Start();
    }

    /// <summary>Asks the observed instruments and writes all values, sorted by name.</summary>
    public string Collect()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var series in _instruments.Values.GroupBy(series => series.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var isFirst = true;
            foreach (var each in series)
            {
                each.Write(text, isFirst);
                isFirst = false;
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Add(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => ((InstrumentSeries)state!).Add(value, tags);
}
