namespace MlNetDigits.Evaluation.Robustness;

/// <summary>Accuracy under one kind of damage.</summary>
/// <param name="Name">The kind, such as <c>motion-blur</c>.</param>
/// <param name="Accuracy">Accuracy at strengths 1 to 5, with Wilson's intervals.</param>
/// <param name="Mean">Mean accuracy over the strengths.</param>
public sealed record RobustnessRow(string Name, IReadOnlyList<ConfidenceInterval> Accuracy, double Mean);
