using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlNetDigits.Charts.Fonts;

/// <summary>The shape of a character, in the font's units from the base line.</summary>
internal sealed partial class Glyph(string outline, double advance)
{
    /// <summary>Points are whole numbers, which Skia gives with slight errors.</summary>
    private readonly (string Before, double X, double Y, string After)[] _points =
        [.. Point().Matches(outline).Select(point => (point.Groups[1].Value, Whole(point.Groups[2]), Whole(point.Groups[3]), point.Groups[4].Value))];

    /// <summary>Step to the next glyph.</summary>
    public double Advance { get; } = advance;

    /// <summary>Appends the outline, scaled and moved, to the data of an SVG path.</summary>
    public void Append(StringBuilder path, double x, double y, double scale)
    {
        foreach ((string before, double across, double down, string after) in _points)
            path.Append(before).Append(SvgCanvas.Number(x + across * scale)).Append(' ').Append(SvgCanvas.Number(y + down * scale)).Append(after);
    }

    private static double Whole(Group number) => Math.Round(double.Parse(number.ValueSpan, CultureInfo.InvariantCulture));

    /// <summary>A point with the command or the space before it, and the end of the outline after it.</summary>
    [GeneratedRegex("([A-Y ])([^A-Z ]+) ([^A-Z ]+)(Z?)")]
    private static partial Regex Point();
}
