using System.Globalization;
using System.Text;

namespace MlNetDigits.Charts.Fonts;

/// <summary>Draws a character that the font lacks as a box with its number, so that labels of any script stay apart.</summary>
internal static class MissingGlyph
{
    private const double DigitSize = 0.42, DigitWidth = 0.25, Padding = 0.12, Top = 0.84, Bottom = -0.14, Stroke = 0.04, Gap = 0.04;

    /// <summary>Step to the next glyph in ems; none for what only tells how to write its neighbours.</summary>
    public static double Advance(Rune rune) => IsInvisible(rune) ? 0 : 2 * (Padding + Gap) - Gap + Number(rune).Length / 2 * DigitWidth;

    /// <summary>Appends the box, and the digits of the number in two rows, to the data of an SVG path.</summary>
    public static void Append(StringBuilder path, ChartFont digits, Rune rune, double x, double y, double size)
    {
        if (IsInvisible(rune)) return;
        double right = Advance(rune) - Gap, start = x + (Gap + Padding - Stroke) * size;
        Box(Top, Gap, right, Bottom);
        Box(Bottom + Stroke, Gap + Stroke, right - Stroke, Top - Stroke);
        string number = Number(rune);
        path.Append(digits.ToPath(number[..(number.Length / 2)], start, y - 0.43 * size, DigitSize * size));
        path.Append(digits.ToPath(number[(number.Length / 2)..], start, y + 0.03 * size, DigitSize * size));

        void Box(double first, double left, double right, double second) =>
            path.Append('M').Append(At(left, first)).Append('L').Append(At(right, first)).Append('L').Append(At(right, second)).Append('L').Append(At(left, second)).Append('Z');

        string At(double across, double up) => $"{SvgCanvas.Number(x + across * size)} {SvgCanvas.Number(y - up * size)}";
    }

    private static string Number(Rune rune) => rune.Value.ToString(rune.IsBmp ? "X4" : "X6", CultureInfo.InvariantCulture);

    private static bool IsInvisible(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
