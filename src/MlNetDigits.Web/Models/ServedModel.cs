using System.Diagnostics;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Telemetry;

namespace MlNetDigits.Web.Models;

/// <summary>One named model of the pool.</summary>
internal sealed class ServedModel(string name, PredictionEnginePool<DigitImage, DigitPrediction> pool, IDigitRecognizer recognizer, ServiceMetrics metrics)
{
    // After 30 calls the runtime optimizes a method.
    private const int WarmUpRuns = 60;

    private readonly ModelMetrics _metrics = metrics.Of(name);

    public string Name => name;

    /// <summary>Loads the model and runs it, uncounted, until the runtime optimizes what it runs.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or is another kind of model.</exception>
    public void WarmUp()
    {
        var blank = new DigitImage();
        for (var i = 0; i < WarmUpRuns; i++)
            pool.Predict(name, blank);
    }

    /// <summary>Recognizes a digit whose pixels were checked when they were read.</summary>
    public DigitPrediction Predict(DigitImage image)
    {
        using var span = Spans.Score(name, 1);
        var start = Stopwatch.GetTimestamp();
        var prediction = pool.Predict(name, image);
        _metrics.Predicted(prediction.Digit, Stopwatch.GetElapsedTime(start));
        return prediction;
    }

    public DigitPrediction[] PredictBatch(DigitImage[] images)
    {
        using var span = Spans.Score(name, images.Length);
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
