using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>Explains a chart's colours in a row that ends at the right.</summary>
internal static class ChartLegend
{
    private const double Swatch = 18, Gap = 6, Distance = 18;

    /// <summary>Draws lines with names.</summary>
    public static void DrawLines(SvgCanvas canvas, double right, double y, params ReadOnlySpan<(string Name, string Colour, bool IsDashed)> entries)
    {
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            double left = right - ChartFont.Regular.Room(entries[i].Name, SvgCanvas.FontSize) - Gap - Swatch;
            canvas.Line(left, y - 4, left + Swatch, y - 4, entries[i].Colour, 2.5).SetAttributeValue("stroke-dasharray", entries[i].IsDashed ? "6 3" : null);
            canvas.Text(left + Swatch + Gap, y, entries[i].Name);
            right = left - Distance;
        }
    }

    /// <summary>Draws squares with names.</summary>
    public static void DrawSquares(SvgCanvas canvas, double right, double y, params ReadOnlySpan<(string Name, string Colour, double Opacity)> entries)
    {
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            double left = right - ChartFont.Regular.Room(entries[i].Name, SvgCanvas.FontSize) - Gap - SvgCanvas.FontSize;
            canvas.Rect(left, y - 10, SvgCanvas.FontSize, SvgCanvas.FontSize, entries[i].Colour).SetAttributeValue("fill-opacity", entries[i].Opacity == 1 ? null : SvgCanvas.Number(entries[i].Opacity));
            canvas.Text(left + SvgCanvas.FontSize + Gap, y, entries[i].Name);
            right = left - Distance;
        }
    }
}
