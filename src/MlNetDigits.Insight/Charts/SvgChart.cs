using System.Globalization;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>A chart of lines or dots, written as SVG; the same text in every culture.</summary>
public sealed record SvgChart
{
    private const double Width = 720, Height = 420, Left = 70, Right = 20, Top = 56, Bottom = 60;

    private static readonly int[] _order = [0, 6, 4, 3, 2, 8];

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

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw()
    {
        (double X, double Y)[] points = [.. Series.SelectMany(series => series.Points)];
        IEnumerable<double> marked = Marker is { } marker ? [marker.X] : [];
        var x = new ChartAxis([.. points.Select(point => point.X), .. marked], IsLogX);
        var y = new ChartAxis([.. points.Select(point => point.Y)]);
        var canvas = new SvgCanvas(Width, Height);
        var area = new PlotArea(canvas, Left, Top, Width - Left - Right, Height - Top - Bottom, x, y);
        canvas.Heading(Title);
        area.DrawAxes(XLabel, YLabel, 52);
        for (int i = 0; i < Series.Count; i++) Draw(area, Series[i], i);
        if (Marker is { } mark && x.Has(mark.X)) area.DrawMarker(mark.X, mark.Text);
        string names = string.Join(", ", Series.Select(series => series.Name));
        return new SvgPicture(canvas, Title, $"{YLabel} over {XLabel}: {names}.{(Marker is { } shown ? $" Marked: {shown.Text}." : "")}");
    }

    /// <summary>Writes the chart.</summary>
    /// <returns>A whole SVG document.</returns>
    public string ToSvg() => Draw().ToSvg();

    private static void Draw(PlotArea area, ChartSeries series, int number)
    {
        string colour = ChartColours.Series(_order[number % _order.Length]);
        if (!series.IsLine || area.DrawLine(series.Points, colour) is null)
        {
            foreach ((double x, double y) in series.Points)
                area.DrawDot(x, y, colour, string.Create(CultureInfo.InvariantCulture, $"{series.Name}: {ChartText.Number(x)}, {ChartText.Number(y)}"));
        }

        double baseLine = area.Top + 14 + 16 * number;
        area.Canvas.Text(area.Right - 6, baseLine, series.Name, "end");
        area.Canvas.Rect(area.Right - 24 - ChartFont.Regular.Room(series.Name, SvgCanvas.FontSize), baseLine - 9, 10, 10, colour);
    }
}
