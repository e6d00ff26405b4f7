namespace MlNetDigits.Charts;

/// <summary>Accuracy under one kind of corruption.</summary>
/// <param name="Corruption">Name of the corruption, such as "rotation".</param>
/// <param name="Accuracies">Accuracy at strengths 1, 2, …, 0 to 1.</param>
public sealed record RobustnessCurve(string Corruption, IReadOnlyList<double> Accuracies);
