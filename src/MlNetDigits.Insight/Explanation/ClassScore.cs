namespace MlNetDigits.Explanation;

/// <summary>How likely a model finds a class.</summary>
/// <param name="Index">Place among the classes, from 0.</param>
/// <param name="Name">Name of the class, such as <c>7</c>.</param>
/// <param name="Probability">The model's probability, 0-1.</param>
public sealed record ClassScore(int Index, string Name, float Probability);
