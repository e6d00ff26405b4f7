namespace MlNetDigits.Images.Segmentation;

/// <summary>A part of a line that is never cut.</summary>
/// <param name="Label">Its label on the page.</param>
/// <param name="Crossed">Ink that the cut before it crosses, as a share of a digit's height; 0 where a piece of ink begins.</param>
internal readonly record struct Atom(int Label, double Crossed);
