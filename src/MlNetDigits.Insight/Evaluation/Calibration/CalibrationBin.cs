namespace MlNetDigits.Evaluation.Calibration;

/// <summary>Images of about the same confidence: one bar of a reliability diagram.</summary>
/// <param name="Lower">Lower end of the confidences, exclusive.</param>
/// <param name="Upper">Upper end of the confidences, inclusive.</param>
/// <param name="Images">Images in the bin.</param>
/// <param name="Confidence">Their mean confidence; NaN for none.</param>
/// <param name="Accuracy">Share of them recognized; NaN for none.</param>
public sealed record CalibrationBin(double Lower, double Upper, int Images, double Confidence, double Accuracy);
