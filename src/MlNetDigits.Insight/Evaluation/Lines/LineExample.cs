using MlNetDigits.Images;

namespace MlNetDigits.Evaluation.Lines;

/// <summary>A picture of digits and what they are.</summary>
/// <param name="Name">The picture's name.</param>
/// <param name="Open">Decodes or draws it.</param>
/// <param name="Text">Its digits in reading order; line breaks do not count.</param>
public sealed record LineExample(string Name, Func<GrayImage> Open, string Text);
