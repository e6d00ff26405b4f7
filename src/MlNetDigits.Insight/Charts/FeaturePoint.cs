namespace MlNetDigits.Charts;

/// <summary>An image's place on a map of features.</summary>
/// <param name="X">First coordinate.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Label">Place of its true class among the labels, from 0.</param>
/// <param name="IsMistake">Whether it was recognized wrongly; those are ringed.</param>
/// <param name="Tooltip">What pointing at it shows; null shows the label.</param>
public sealed record FeaturePoint(double X, double Y, int Label, bool IsMistake = false, string? Tooltip = null);
