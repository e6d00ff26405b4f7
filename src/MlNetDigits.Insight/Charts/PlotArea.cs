using System.Xml.Linq;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>A rectangle with two axes, in which values are drawn.</summary>
internal sealed record PlotArea(SvgCanvas Canvas, double Left, double Top, double Width, double Height, ChartAxis X, ChartAxis Y)
{
    private const double Gap = 6, LineHeight = 18;

    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double Across(double value) => Left + X.Place(value) * Width;

    public double Down(double value) => Bottom - Y.Place(value) * Height;

    /// <summary>Draws the grid, the axes, their ticks and texts.</summary>
    public void DrawAxes(string xLabel = "", string yLabel = "", double labelDistance = 58)
    {
        foreach ((double value, string label) in X.Ticks())
        {
            Canvas.Line(Across(value), Top, Across(value), Bottom, ChartColours.Grid);
            Canvas.Text(Across(value), Bottom + LineHeight, label, "middle", colour: ChartColours.Muted);
        }

        foreach ((double value, string label) in Y.Ticks())
        {
            Canvas.Line(Left, Down(value), Right, Down(value), ChartColours.Grid);
            Canvas.Text(Left - Gap, Down(value) + 4, label, "end", colour: ChartColours.Muted);
        }

        Canvas.Line(Left, Bottom, Right, Bottom, ChartColours.Muted);
        Canvas.Line(Left, Top, Left, Bottom, ChartColours.Muted);
        if (xLabel.Length > 0) Canvas.Text(Left + Width / 2, Bottom + 2.25 * LineHeight, xLabel, "middle");
        if (yLabel.Length > 0) Canvas.VerticalText(Left - labelDistance, Top + Height / 2, yLabel);
    }

    /// <summary>Joins points by lines; those that cannot be drawn are left out.</summary>
    public XElement? DrawLine(IEnumerable<(double X, double Y)> points, string colour, double width = 1.8)
    {
        (double X, double Y)[] places = [.. points.Where(point => X.Has(point.X) && Y.Has(point.Y)).Select(point => (Across(point.X), Down(point.Y)))];
        if (places.Length < 2) return null;
        string line = string.Join(' ', places.Select(place => $"{SvgCanvas.Number(place.X)},{SvgCanvas.Number(place.Y)}"));
        return Canvas.Add("polyline", ("fill", "none"), ("stroke", colour), ("stroke-width", width), ("stroke-linejoin", "round"), ("points", line));
    }

    /// <summary>Draws a dot that shows a text when pointed at, unless it cannot be drawn.</summary>
    public XElement? DrawDot(double x, double y, string colour, string tooltip, double radius = 2.5)
    {
        if (!X.Has(x) || !Y.Has(y)) return null;
        return Canvas.Add("circle", ("cx", Across(x)), ("cy", Down(y)), ("r", radius), ("fill", colour)).WithTooltip(tooltip);
    }

    /// <summary>Marks a place of the horizontal axis with a dashed line, and a text above it.</summary>
    public void DrawMarker(double x, string text)
    {
        Canvas.Line(Across(x), Top, Across(x), Bottom, ChartColours.Ink).SetAttributeValue("stroke-dasharray", "5 4");
        double half = ChartFont.Regular.Room(text, SvgCanvas.FontSize) / 2;
        Canvas.Text(Math.Max(Left + half, Math.Min(Right - half, Across(x))), Top - Gap, text, "middle");
    }
}
