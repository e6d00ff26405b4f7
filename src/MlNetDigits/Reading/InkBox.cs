namespace MlNetDigits.Reading;

/// <summary>Where ink is in a picture, in its pixels.</summary>
/// <param name="X">First column.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Number of columns.</param>
/// <param name="Height">Number of rows.</param>
public readonly record struct InkBox(int X, int Y, int Width, int Height);
