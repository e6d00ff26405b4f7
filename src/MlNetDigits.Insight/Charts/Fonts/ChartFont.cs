using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace MlNetDigits.Charts.Fonts;

/// <summary>Inter in one weight: Latin, Greek and Cyrillic letters, carried by the library.</summary>
internal sealed class ChartFont
{
    private const double Slack = 1.2;

    private readonly ConcurrentDictionary<Rune, Glyph?> _glyphs = [];
    private readonly SKFont _font;

    private ChartFont(string name)
    {
        using Stream stream = typeof(ChartFont).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is not in the library. Build it again.");
        using SKData data = SKData.Create(stream);
        SKTypeface typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read. Build the library again.");
        _font = new SKFont(typeface, typeface.UnitsPerEm) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
    }

    public static ChartFont Regular { get; } = new("Inter-Regular.ttf");

    public static ChartFont Bold { get; } = new("Inter-Bold.ttf");

    /// <summary>Width of a text in CSS pixels.</summary>
    public double Measure(string text, double size) => text.EnumerateRunes().Sum(Advance) * size;

    /// <summary>Width to leave for a text, which a browser may draw with a wider font.</summary>
    public double Room(string text, double size) => Measure(text, size) * Slack;

    /// <summary>Cuts a text that may be too wide and ends it with an ellipsis.</summary>
    public string Shorten(string text, double size, double width)
    {
        if (Room(text, size) <= width) return text;
        Rune[] runes = [.. text.EnumerateRunes()];
        int kept = runes.Length - 1;
        while (kept > 1 && (runes.Take(kept).Sum(Advance) + Advance(new Rune('…'))) * size * Slack > width) kept--;
        return string.Concat(runes.Take(kept)).TrimEnd() + "…";
    }

    /// <summary>Data of an SVG path in the shape of a text whose base line starts at a place.</summary>
    public string ToPath(string text, double x, double y, double size)
    {
        var path = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Find(rune) is { } glyph) glyph.Append(path, x, y, size / _font.Size);
            else MissingGlyph.Append(path, this, rune, x, y, size);
            x += Advance(rune) * size;
        }

        return path.ToString();
    }

    private double Advance(Rune rune) => Find(rune) is { } glyph ? glyph.Advance / _font.Size : MissingGlyph.Advance(rune);

    private Glyph? Find(Rune rune) => _glyphs.GetOrAdd(rune, Load);

    /// <summary>Reads a glyph; digits all get the width of 0, so that they stand below each other in columns.</summary>
    private Glyph? Load(Rune rune)
    {
        ushort number = _font.GetGlyph(rune.Value);
        if (number == 0) return null;
        using SKPath outline = _font.GetGlyphPath(number);
        float width = Width(number), advance = Rune.IsDigit(rune) ? Width(_font.GetGlyph('0')) : width;
        outline.Offset(MathF.Floor((advance - width) / 2), 0);
        return new Glyph(outline.ToSvgPathData(), advance);
    }

    private float Width(ushort glyph) => MathF.Round(_font.MeasureText([glyph]));
}
