using MlNetDigits.Console.Json;

namespace MlNetDigits.Console.Rendering.Predictions;

/// <summary>Keeps all predictions and writes them together.</summary>
/// <param name="write">Writes all.</param>
internal sealed class CollectingWriter(Action<PredictionDocument[]> write) : IPredictionWriter
{
    private readonly List<PredictionDocument> _predictions = [];

    /// <inheritdoc/>
    public void Write(PredictionDocument prediction) => _predictions.Add(prediction);

    /// <inheritdoc/>
    public void Finish() => write([.. _predictions]);
}
