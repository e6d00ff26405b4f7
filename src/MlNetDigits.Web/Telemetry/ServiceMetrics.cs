using System.Diagnostics.Metrics;

namespace MlNetDigits.Web.Telemetry;

/// <summary>The service's own instruments.</summary>
internal sealed class ServiceMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "MlNetDigits.Web";

    private static readonly double[] Seconds = [0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    private readonly Counter<long> _predictions;
    private readonly Histogram<double> _duration;

    public ServiceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _predictions = meter.CreateCounter<long>("mlnet_digits.predictions", "{prediction}", "Digits recognized.");
        _duration = meter.CreateHistogram("mlnet_digits.scoring.duration", "s", "Time that the network takes for a request's digits.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    }

    /// <summary>The instruments with a model's name on them.</summary>
    public ModelMetrics Of(string model) => new(_predictions, _duration, model);
}
