using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Images.Segmentation;

/// <summary>A line of writing: its pieces of ink.</summary>
/// <param name="Labels">Labels of the pieces, from left to right.</param>
/// <param name="Bounds">What they cover together.</param>
/// <param name="Height">Height of a digit, in pixels.</param>
internal sealed record InkRow(int[] Labels, InkPart Bounds, int Height);
