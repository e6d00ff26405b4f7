namespace MlNetDigits.Training;

/// <summary>What the kept weights reach on the validation images.</summary>
/// <param name="Images">Number of validation images.</param>
/// <param name="MicroAccuracy">Share of them recognized, 0 to 1.</param>
/// <param name="LogLoss">Mean cross-entropy in nats.</param>
public sealed record ValidationReport(int Images, double MicroAccuracy, double LogLoss);
