namespace MlNetDigits.Evaluation.Comparison;

/// <summary>Images of one class that two models take for different classes.</summary>
/// <param name="Label">The true class.</param>
/// <param name="First">What the first model takes them for.</param>
/// <param name="Second">What the second model takes them for.</param>
/// <param name="Images">Number of images.</param>
/// <param name="Indices">Positions of the images in the set, from 0.</param>
public sealed record Disagreement(string Label, string First, string Second, int Images, IReadOnlyList<int> Indices);
