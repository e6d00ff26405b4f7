namespace MlNetDigits.Charts;

/// <summary>How well confidence agrees with accuracy, bin by bin.</summary>
/// <param name="Name">What the legend calls it, such as "before temperature scaling".</param>
/// <param name="Points">The bins in order of confidence.</param>
/// <param name="ExpectedCalibrationError">Mean distance of confidence and accuracy, weighted by counts, 0 to 1.</param>
public sealed record ReliabilityCurve(string Name, IReadOnlyList<ReliabilityPoint> Points, double ExpectedCalibrationError);
