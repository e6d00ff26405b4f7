namespace MlNetDigits.Evaluation;

/// <summary>One image of a gallery with what the model says about it.</summary>
/// <param name="Index">Position in the scored images, from 0.</param>
/// <param name="Label">The true class.</param>
/// <param name="Predicted">The likeliest class.</param>
/// <param name="Confidence">Probability of the likeliest class, 0 to 1.</param>
/// <param name="Top">The likeliest classes, best first.</param>
public sealed record RankedImage(int Index, string Label, string Predicted, double Confidence, IReadOnlyList<ClassProbability> Top);
