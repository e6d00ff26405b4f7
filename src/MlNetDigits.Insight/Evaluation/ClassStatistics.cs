namespace MlNetDigits.Evaluation;

/// <summary>How well one class was recognized, with intervals.</summary>
/// <param name="Name">The class.</param>
/// <param name="Support">Images of this class.</param>
/// <param name="Predicted">Images recognized as this class.</param>
/// <param name="Precision">Share of those recognized as this class that are it; Wilson's interval, NaN for none.</param>
/// <param name="Recall">Share of this class's images recognized; Wilson's interval, NaN for none.</param>
/// <param name="F1">Harmonic mean of both; interval by bootstrap, NaN without support and predictions.</param>
public sealed record ClassStatistics(string Name, int Support, int Predicted, ConfidenceInterval Precision, ConfidenceInterval Recall, ConfidenceInterval F1);
