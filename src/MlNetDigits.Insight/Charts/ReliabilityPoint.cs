namespace MlNetDigits.Charts;

/// <summary>One bin of predictions of like confidence.</summary>
/// <param name="Lower">Least confidence of the bin, 0 to 1.</param>
/// <param name="Upper">Greatest confidence of the bin, 0 to 1.</param>
/// <param name="Confidence">Mean confidence of the bin's predictions; NaN if it is empty.</param>
/// <param name="Accuracy">Share of the bin's predictions that are right; NaN if it is empty.</param>
/// <param name="Count">Predictions in the bin.</param>
public sealed record ReliabilityPoint(double Lower, double Upper, double Confidence, double Accuracy, int Count);
