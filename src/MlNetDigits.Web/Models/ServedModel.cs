using System.Diagnostics;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Metrics;

namespace MlNetDigits.Web.Models;

/// <summary>One named model of the pool.</summary>
internal sealed class ServedModel(string name, PredictionEnginePool<DigitImage, DigitPrediction> pool, IDigitRecognizer recognizer, ServiceMetrics metrics)
{
    private readonly ModelMetrics _metrics = metrics.Of(name);

    public string Name => name;

    /// <summary>Recognizes a digit whose pixels were checked when they were read.</summary>
    public DigitPrediction Predict(DigitImage image)
    {
        var start = Stopwatch.GetTimestamp();
        var prediction = pool.Predict(name, image);
        _metrics.Predicted(prediction.Digit, Stopwatch.GetElapsedTime(start));
        return prediction;
    }

    public DigitPrediction[] PredictBatch(DigitImage[] images)
    {
        var start = Stopwatch.GetTimestamp();
        var predictions = recognizer.PredictBatch(images);
        _metrics.Predicted(predictions, Stopwatch.GetElapsedTime(start));
        return predictions;
    }

    /// <summary>The model that answers at present; it is freed some time after its exchange.</summary>
    public ITransformer Transformer => pool.GetModel(name);

    /// <summary>Describes the model that answers at present.</summary>
    public DigitModelDescription Describe() => DigitModelDescription.Of(Transformer)!;
}
