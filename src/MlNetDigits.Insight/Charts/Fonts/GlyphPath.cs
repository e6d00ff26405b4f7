using System.Diagnostics;
using System.Text;

namespace MlNetDigits.Charts.Fonts;

/// <summary>Writes TrueType outlines as SVG path data: between two control points lies a point of the curve.</summary>
internal static class GlyphPath
{
    public static void Append(StringBuilder path, GlyphPoint[] outline)
    {
        Debug.Assert(outline.Length > 0, "An outline has points.");
        int first = Array.FindIndex(outline, point => point.IsOnCurve);
        GlyphPoint start = first >= 0 ? outline[first] : Middle(outline[^1], outline[0]);
        Append(path, 'M', start);
        GlyphPoint? control = null;
        for (int i = 0; i < outline.Length; i++)
        {
            GlyphPoint point = outline[(first + 1 + i) % outline.Length];
            if (control is { } bend) Curve(path, bend, point.IsOnCurve ? point : Middle(bend, point));
            else if (point.IsOnCurve) Append(path, 'L', point);
            control = point.IsOnCurve ? null : point;
        }

        if (control is { } last) Curve(path, last, start);
        path.Append('Z');
    }

    private static GlyphPoint Middle(GlyphPoint a, GlyphPoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2, true);

    private static void Curve(StringBuilder path, GlyphPoint control, GlyphPoint end)
    {
        Append(path, 'Q', control);
        Append(path, ' ', end);
    }

    private static void Append(StringBuilder path, char command, GlyphPoint point) =>
        path.Append(command).Append(SvgCanvas.Number(point.X)).Append(' ').Append(SvgCanvas.Number(point.Y));
}
