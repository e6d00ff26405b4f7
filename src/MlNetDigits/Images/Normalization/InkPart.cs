namespace MlNetDigits.Images.Normalization;

/// <summary>One connected piece of ink: its area and bounds, all in pixels.</summary>
internal readonly record struct InkPart(int Area, int Left, int Top, int Right, int Bottom);
