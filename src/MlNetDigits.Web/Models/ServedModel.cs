using Microsoft.Extensions.ML;
using MlNetDigits.Recognition;

namespace MlNetDigits.Web.Models;

/// <summary>One named model of the pool.</summary>
internal sealed class ServedModel(string name, PredictionEnginePool<DigitImage, DigitPrediction> pool, IDigitRecognizer recognizer)
{
    public string Name => name;

    public IDigitRecognizer Recognizer => recognizer;

    /// <summary>Describes the model that answers at present.</summary>
    public DigitModelDescription Describe() => DigitModelDescription.Of(pool.GetModel(name))!;
}
