namespace MlNetDigits.Reports;

/// <summary>How well one digit was recognized.</summary>
/// <param name="Digit">The digit, 0 to 9.</param>
/// <param name="Images">Images of this digit.</param>
/// <param name="Precision">Share of the images recognized as this digit that are it.</param>
/// <param name="Recall">Share of this digit's images that were recognized.</param>
/// <param name="LogLoss">Mean log-loss of this digit's images in nats.</param>
public sealed record ClassReport(int Digit, int Images, double Precision, double Recall, double LogLoss);
