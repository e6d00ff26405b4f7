using System.Reflection;
using System.Text;

namespace MlNetDigits.Charts.Fonts;

/// <summary>Noto Sans in one weight: Latin, Greek and Cyrillic letters, carried by the library.</summary>
internal sealed class ChartFont
{
    private const double Slack = 1.17;

    private static readonly string[] _scripts = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"];

    private readonly Lazy<OutlineFont>[] _files;

    private ChartFont(int weight) => _files = [.. _scripts.Select(script => new Lazy<OutlineFont>(() => Load($"noto-sans-{script}-{weight}-normal.woff")))];

    public static ChartFont Regular { get; } = new(400);

    public static ChartFont Bold { get; } = new(700);

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
            if (Find(rune) is not { } found)
                MissingGlyph.Append(path, this, rune, x, y, size);
            else
            {
                foreach (GlyphPoint[] outline in found.Font.Outlines(found.Glyph))
                    GlyphPath.Append(path, [.. outline.Select(p => new GlyphPoint(x + p.X * size, y - p.Y * size, p.IsOnCurve))]);
            }

            x += Advance(rune) * size;
        }

        return path.ToString();
    }

    private double Advance(Rune rune) => Find(rune) is { } found ? found.Font.Advance(found.Glyph) : MissingGlyph.Advance(rune);

    private (OutlineFont Font, int Glyph)? Find(Rune rune)
    {
        foreach (Lazy<OutlineFont> file in _files)
        {
            if (file.Value.Find(rune.Value) is > 0 and int glyph) return (file.Value, glyph);
        }

        return null;
    }

    private static OutlineFont Load(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The font {name} is not in the library. Build it again.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new OutlineFont(bytes);
    }
}
