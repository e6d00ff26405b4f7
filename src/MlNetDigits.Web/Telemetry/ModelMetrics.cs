using System.Diagnostics.Metrics;

namespace MlNetDigits.Web.Telemetry;

/// <summary>Counts one model's predictions.</summary>
internal sealed class ModelMetrics(Counter<long> predictions, Histogram<double> duration, string model)
{
    /// <summary>What stands for the class of an image that was refused.</summary>
    private const string Rejected = "rejected";

    private readonly KeyValuePair<string, object?> _model = new("model", model);

    /// <summary>Counts an answer.</summary>
    /// <param name="className">Name of the class; null for an image that was refused.</param>
    /// <param name="elapsed">How long it took.</param>
    public void Predicted(string? className, TimeSpan elapsed)
    {
        predictions.Add(1, _model, Of(className));
        duration.Record(elapsed.TotalSeconds, _model);
    }

    /// <summary>Counts the answers of a batch.</summary>
    public void Predicted(string?[] classNames, TimeSpan elapsed)
    {
        foreach (var className in classNames)
            predictions.Add(1, _model, Of(className));
        duration.Record(elapsed.TotalSeconds, _model);
    }

    private static KeyValuePair<string, object?> Of(string? className) => new("class", className ?? Rejected);
}
