using System.Diagnostics.Metrics;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Telemetry;

/// <summary>Counts one model's predictions.</summary>
internal sealed class ModelMetrics(Counter<long> predictions, Histogram<double> duration, string model)
{
    private readonly KeyValuePair<string, object?> _model = new("model", model);

    public void Predicted(string className, TimeSpan elapsed)
    {
        predictions.Add(1, _model, Of(className));
        duration.Record(elapsed.TotalSeconds, _model);
    }

    public void Predicted(DigitPrediction[] all, IReadOnlyList<string> classNames, TimeSpan elapsed)
    {
        foreach (var prediction in all)
            predictions.Add(1, _model, Of(classNames[prediction.Digit]));
        duration.Record(elapsed.TotalSeconds, _model);
    }

    private static KeyValuePair<string, object?> Of(string className) => new("class", className);
}
