using System.Diagnostics.Metrics;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Telemetry;

/// <summary>Counts one model's predictions; labels are boxed once.</summary>
internal sealed class ModelMetrics(Counter<long> predictions, Histogram<double> duration, string model)
{
    private readonly KeyValuePair<string, object?> _model = new("model", model);
    private readonly KeyValuePair<string, object?>[] _digits = [.. Enumerable.Range(0, 10).Select(digit => new KeyValuePair<string, object?>("digit", digit))];

    public void Predicted(int digit, TimeSpan elapsed)
    {
        predictions.Add(1, _model, _digits[digit]);
        duration.Record(elapsed.TotalSeconds, _model);
    }

    public void Predicted(DigitPrediction[] all, TimeSpan elapsed)
    {
        foreach (var prediction in all)
            predictions.Add(1, _model, _digits[prediction.Digit]);
        duration.Record(elapsed.TotalSeconds, _model);
    }
}
