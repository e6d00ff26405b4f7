using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>predict --json</c> writes for one image: its class, or why there is none.</summary>
internal sealed record PredictionDocument(string File, int? Digit, string? Label, float? Confidence, float[]? Scores, string? Error)
{
    public static PredictionDocument From(string file, DigitPrediction prediction, IReadOnlyList<string> classNames) =>
        new(file, ModelClasses.DigitOf(classNames[prediction.Digit]), classNames[prediction.Digit], prediction.Confidence, prediction.Score, null);

    public static PredictionDocument Failed(string file, string error) => new(file, null, null, null, null, error);
}
