using System.Text.Json.Serialization;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>predict --json</c> writes for one image: its likeliest class, or why there is none.</summary>
/// <param name="Rejected">Whether the model takes it for no digit; null, and left out, for a model that cannot tell.</param>
/// <param name="DigitScore">Probability that it shows a digit; likewise.</param>
internal sealed record PredictionDocument(
    string File,
    int? Digit,
    string? Label,
    float? Confidence,
    float[]? Scores,
    string? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Rejected = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] float? DigitScore = null)
{
    /// <param name="file">Name of the file.</param>
    /// <param name="prediction">What the model says.</param>
    /// <param name="classNames">Names of its classes.</param>
    /// <param name="threshold">Digit score below which an image is refused, if the model tells.</param>
    public static PredictionDocument From(string file, DigitPrediction prediction, IReadOnlyList<string> classNames, float threshold) => new(
        file, ModelClasses.DigitOf(classNames[prediction.Digit]), classNames[prediction.Digit], prediction.Confidence, prediction.Score, null,
        prediction.DigitProbability is null ? null : !prediction.IsDigitAt(threshold), prediction.DigitProbability);

    public static PredictionDocument Failed(string file, string error) => new(file, null, null, null, null, error);
}
