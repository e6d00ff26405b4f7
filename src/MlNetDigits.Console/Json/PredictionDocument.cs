using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>predict --json</c> writes for one file: a digit, or why there is none.</summary>
internal sealed record PredictionDocument(string File, int? Digit, float? Confidence, float[]? Scores, string? Error)
{
    public static PredictionDocument From(string file, DigitPrediction prediction) => new(file, prediction.Digit, prediction.Confidence, prediction.Score, null);

    public static PredictionDocument Failed(string file, string error) => new(file, null, null, null, error);
}
