namespace MlNetDigits.Evaluation;

/// <summary>How often the true class is among the likeliest ones.</summary>
/// <param name="K">How many of the likeliest classes count.</param>
/// <param name="Accuracy">Share of images, with Wilson's interval.</param>
public sealed record TopKAccuracy(int K, ConfidenceInterval Accuracy);
