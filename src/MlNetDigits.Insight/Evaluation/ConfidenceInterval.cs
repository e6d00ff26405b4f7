namespace MlNetDigits.Evaluation;

/// <summary>An estimate and the range that likely holds the true value.</summary>
/// <param name="Estimate">What the images at hand give.</param>
/// <param name="Lower">Lower end of the range, NaN where there is no image.</param>
/// <param name="Upper">Upper end of the range, NaN where there is no image.</param>
public sealed record ConfidenceInterval(double Estimate, double Lower, double Upper);
