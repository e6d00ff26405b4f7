using MlNetDigits.Images;

namespace MlNetDigits.Evaluation.Lines;

/// <summary>A picture of digits and what is written on it.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Text">What is written, in reading order.</param>
public sealed record LinePicture(GrayImage Image, string Text)
{
    /// <summary>Gets the digits of the text, which alone must be read.</summary>
    public string Digits => string.Concat(Text.Where(char.IsAsciiDigit));
}
