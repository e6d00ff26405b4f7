using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Reading;

/// <summary>What was read in a line, in pixels of the sheet.</summary>
/// <param name="Text">The digits.</param>
/// <param name="IsValid">Whether it is as it must be.</param>
/// <param name="Digits">The digits with their places.</param>
/// <param name="Texts">All ways to read it with their likelihoods, from the likeliest on, which is the text.</param>
/// <param name="Others">Ink that is no digit.</param>
internal sealed record ReadRow(string Text, bool IsValid, RowDigit[] Digits, (string Text, double Likelihood)[] Texts, InkPart[] Others);
