using MlNetDigits.Console.Json;

namespace MlNetDigits.Console.Rendering.Predictions;

/// <summary>Writes predictions in a format, as they come or at the end.</summary>
internal interface IPredictionWriter
{
    /// <summary>Takes the next image's prediction or error.</summary>
    void Write(PredictionDocument prediction);

    /// <summary>Writes what had to wait for the last.</summary>
    void Finish();
}
