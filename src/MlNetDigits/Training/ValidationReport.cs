using System.Text.Json.Serialization;

namespace MlNetDigits.Training;

/// <summary>What the kept weights reach on the validation images.</summary>
/// <param name="Images">Number of validation images.</param>
/// <param name="MicroAccuracy">Share of them recognized, 0 to 1.</param>
/// <param name="LogLoss">Mean cross-entropy in nats.</param>
public sealed record ValidationReport(int Images, double MicroAccuracy, double LogLoss)
{
    /// <summary>What is refused of the images at a digit score of 0.5; null where no class is for rejection.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RejectionReport? Rejection { get; init; }
}
