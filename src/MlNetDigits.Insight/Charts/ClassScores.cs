namespace MlNetDigits.Charts;

/// <summary>How well one class was recognized.</summary>
/// <param name="Label">Name of the class.</param>
/// <param name="Precision">Share of the images recognized as this class that are it; NaN if there are none.</param>
/// <param name="Recall">Share of this class's images that were recognized; NaN if there are none.</param>
/// <param name="F1">Harmonic mean of both; NaN if there are no images.</param>
/// <param name="Support">Images of this class.</param>
public sealed record ClassScores(string Label, double Precision, double Recall, double F1, int Support);
