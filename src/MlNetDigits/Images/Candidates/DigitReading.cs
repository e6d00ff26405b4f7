namespace MlNetDigits.Images.Candidates;

/// <summary>One way to read a picture.</summary>
/// <param name="Pixels">784 pixels, ink 255 on 0.</param>
/// <param name="Ink">Share of the picture that its ink covers.</param>
internal readonly record struct DigitReading(byte[] Pixels, float Ink);
