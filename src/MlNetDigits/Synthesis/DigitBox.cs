namespace MlNetDigits.Synthesis;

/// <summary>Where a digit is in a synthetic picture.</summary>
/// <param name="Digit">The digit, 0-9.</param>
/// <param name="X">First column of its ink.</param>
/// <param name="Y">First row of its ink.</param>
/// <param name="Width">Columns that its ink takes.</param>
/// <param name="Height">Rows that its ink takes.</param>
public readonly record struct DigitBox(int Digit, int X, int Y, int Width, int Height);
