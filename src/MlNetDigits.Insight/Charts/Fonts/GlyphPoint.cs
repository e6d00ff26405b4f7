namespace MlNetDigits.Charts.Fonts;

/// <summary>A point of an outline in the font's units, upwards.</summary>
/// <param name="X">Distance from the glyph's origin.</param>
/// <param name="Y">Height above the base line.</param>
/// <param name="IsOnCurve">Whether the outline passes through it; else it bends a quadratic curve.</param>
internal readonly record struct GlyphPoint(double X, double Y, bool IsOnCurve);
