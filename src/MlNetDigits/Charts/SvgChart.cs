using System.Globalization;
using System.Security;
using System.Text;

namespace MlNetDigits.Charts;

/// <summary>A chart of lines or dots, written as SVG; the same text in every culture.</summary>
public sealed record SvgChart
{
    private const double Width = 720, Height = 420, Left = 70, Right = 20, Top = 40, Bottom = 60;

    private static readonly string[] _colours = ["#1f6fb2", "#d1495b", "#2e8b57", "#8a5fbf", "#c77d12", "#4a4a4a"];

    /// <summary>Text above the chart.</summary>
    public required string Title { get; init; }

    /// <summary>Text below the horizontal axis.</summary>
    public required string XLabel { get; init; }

    /// <summary>Text beside the vertical axis.</summary>
    public required string YLabel { get; init; }

    /// <summary>Whether the horizontal axis is logarithmic; then values must be above 0 to be drawn.</summary>
    /// <value>Default false.</value>
    public bool IsLogX { get; init; }

    /// <summary>What is drawn.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>A place on the horizontal axis that a dashed line marks, with its text.</summary>
    /// <value>Default null: none.</value>
    public (double X, string Text)? Marker { get; init; }

    /// <summary>Writes the chart.</summary>
    /// <returns>A whole SVG document.</returns>
    public string ToSvg()
    {
        (double X, double Y)[] points = [.. Series.SelectMany(series => series.Points)];
        IEnumerable<double> marked = Marker is { } marker ? [marker.X] : [];
        var x = new ChartAxis([.. points.Select(point => point.X), .. marked], IsLogX);
        var y = new ChartAxis([.. points.Select(point => point.Y)], isLogarithmic: false);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        Text(svg, Width / 2, 22, Title, "middle", " font-size=\"15\" font-weight=\"bold\"");
        Text(svg, (Left + Width - Right) / 2, Height - 14, XLabel, "middle");
        Text(svg, 0, 0, YLabel, "middle", string.Create(CultureInfo.InvariantCulture, $" transform=\"translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)\""));
        DrawAxes(svg, x, y);
        for (int i = 0; i < Series.Count; i++) Draw(svg, Series[i], i, x, y);
        if (Marker is { } mark && x.Has(mark.X)) DrawMarker(svg, Across(x, mark.X), mark.Text);
        return svg.Append("</svg>\n").ToString();
    }

    private static double Across(ChartAxis axis, double value) => Left + axis.Place(value) * (Width - Left - Right);

    private static double Down(ChartAxis axis, double value) => Height - Bottom - axis.Place(value) * (Height - Top - Bottom);

    private static void DrawAxes(StringBuilder svg, ChartAxis x, ChartAxis y)
    {
        foreach ((double value, string label) in x.Ticks())
        {
            Line(svg, Across(x, value), Top, Across(x, value), Height - Bottom, "#e2e2e2");
            Text(svg, Across(x, value), Height - Bottom + 18, label, "middle");
        }

        foreach ((double value, string label) in y.Ticks())
        {
            Line(svg, Left, Down(y, value), Width - Right, Down(y, value), "#e2e2e2");
            Text(svg, Left - 6, Down(y, value) + 4, label, "end");
        }

        Line(svg, Left, Height - Bottom, Width - Right, Height - Bottom, "#444");
        Line(svg, Left, Top, Left, Height - Bottom, "#444");
    }

    private static void Draw(StringBuilder svg, ChartSeries series, int number, ChartAxis x, ChartAxis y)
    {
        string colour = _colours[number % _colours.Length];
        (double X, double Y)[] places = [.. series.Points.Where(point => x.Has(point.X) && y.Has(point.Y)).Select(point => (Across(x, point.X), Down(y, point.Y)))];
        if (series.IsLine && places.Length > 1)
        {
            string line = string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.X:F1},{place.Y:F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.8\" points=\"{line}\"/>\n");
        }
        else
        {
            foreach ((double across, double down) in places)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{across:F1}\" cy=\"{down:F1}\" r=\"2.5\" fill=\"{colour}\"/>\n");
        }

        Text(svg, Width - Right - 6, Top + 14 + 16 * number, series.Name, "end", $" fill=\"{colour}\"");
    }

    private static void DrawMarker(StringBuilder svg, double across, string text)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{across:F1}\" y1=\"{Top}\" x2=\"{across:F1}\" y2=\"{Height - Bottom}\" stroke=\"#222\" stroke-dasharray=\"5 4\"/>\n");
        Text(svg, across + 6, Height - Bottom - 8, text, "start");
    }

    private static void Line(StringBuilder svg, double x1, double y1, double x2, double y2, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"{colour}\"/>\n");

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, string attributes = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\"{attributes}>{SecurityElement.Escape(text)}</text>\n");
}
