namespace MlNetDigits.Synthesis.Strokes;

/// <summary>Makes glyphs of lines of text.</summary>
internal static class GlyphSet
{
    /// <summary>One glyph for each line.</summary>
    public static Glyph[] Read(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new Glyph(line))];
}
