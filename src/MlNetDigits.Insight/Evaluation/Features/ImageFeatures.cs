namespace MlNetDigits.Evaluation.Features;

/// <summary>What a layer of a network makes of images.</summary>
/// <param name="Count">Number of images.</param>
/// <param name="Size">Features of an image.</param>
/// <param name="Values">Images × features, row by row.</param>
public sealed record ImageFeatures(int Count, int Size, ReadOnlyMemory<float> Values);
