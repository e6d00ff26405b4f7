using System.Globalization;
using System.Text;

namespace MlNetDigits.Charts.Fonts;

/// <summary>Draws a character that no font has as a box with its number, so that labels of any script stay apart.</summary>
internal static class MissingGlyph
{
    private const double DigitSize = 0.42, DigitWidth = 0.25, Padding = 0.12, Top = 0.84, Bottom = -0.14, Stroke = 0.04, Gap = 0.04;

    /// <summary>Step to the next glyph in ems; none for what only tells how to write its neighbours.</summary>
    public static double Advance(Rune rune) => IsInvisible(rune) ? 0 : 2 * (Padding + Gap) - Gap + Number(rune).Length / 2 * DigitWidth;

    /// <summary>Appends the box and the digits of the number, in two rows.</summary>
    public static void Append(StringBuilder path, ChartFont digits, Rune rune, double x, double y, double size)
    {
        if (IsInvisible(rune)) return;
        double right = Advance(rune) - Gap;
        GlyphPath.Append(path, Box(Gap, Top, right, Bottom));
        GlyphPath.Append(path, [.. Box(Gap + Stroke, Top - Stroke, right - Stroke, Bottom + Stroke).Reverse()]);
        string number = Number(rune);
        path.Append(digits.ToPath(number[..(number.Length / 2)], x + (Gap + Padding - Stroke) * size, y - 0.43 * size, DigitSize * size));
        path.Append(digits.ToPath(number[(number.Length / 2)..], x + (Gap + Padding - Stroke) * size, y + 0.03 * size, DigitSize * size));

        GlyphPoint[] Box(double left, double top, double right, double bottom) =>
            [.. new[] { (left, top), (right, top), (right, bottom), (left, bottom) }.Select(corner => new GlyphPoint(x + corner.Item1 * size, y - corner.Item2 * size, true))];
    }

    private static string Number(Rune rune) => rune.Value.ToString(rune.IsBmp ? "X4" : "X6", CultureInfo.InvariantCulture);

    private static bool IsInvisible(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
