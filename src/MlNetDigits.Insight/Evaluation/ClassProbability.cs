namespace MlNetDigits.Evaluation;

/// <summary>A class and how likely the model holds it.</summary>
/// <param name="Name">The class.</param>
/// <param name="Probability">Its probability, 0 to 1.</param>
public sealed record ClassProbability(string Name, double Probability);
