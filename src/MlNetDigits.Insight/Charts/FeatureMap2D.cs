using System.Xml.Linq;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>A scatter of images by two features, each class with a colour and a shape of its own.</summary>
/// <remarks>Each mark carries <c>data-index</c>, its point's place in the list, so that a page can react to clicks.</remarks>
public sealed record FeatureMap2D
{
    private const double Side = 560, Left = 70, Top = 50, Bottom = 56, LegendColumn = 140, LegendRow = 20;

    /// <summary>The points; those that are not finite are left out.</summary>
    public required IReadOnlyList<FeaturePoint> Points { get; init; }

    /// <summary>Names of the classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Text below the horizontal axis.</summary>
    /// <value>Default "component 1".</value>
    public string XLabel { get; init; } = "component 1";

    /// <summary>Text beside the vertical axis.</summary>
    /// <value>Default "component 2".</value>
    public string YLabel { get; init; } = "component 2";

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Map of the features".</value>
    public string Title { get; init; } = "Map of the features";

    /// <summary>Draws the chart.</summary>
    /// <exception cref="ArgumentException">A point's label is not among the labels.</exception>
    public SvgPicture Draw()
    {
        if (Points.FirstOrDefault(point => point.Label < 0 || point.Label >= Labels.Count) is { } stray)
            throw new ArgumentException($"A point has the label {stray.Label}, but there are {Labels.Count} labels, from 0. Give a name for every label.", nameof(Points));

        (FeaturePoint Point, int Index)[] drawn = [.. Points.Select((point, index) => (point, index)).Where(item => double.IsFinite(item.point.X) && double.IsFinite(item.point.Y))];
        int rows = (int)((Side - 24) / LegendRow), columns = (Labels.Count + rows - 1) / rows;
        var canvas = new SvgCanvas(Left + Side + 20 + columns * LegendColumn, Top + Side + Bottom);
        var area = new PlotArea(canvas, Left, Top, Side, Side, Axis(drawn.Select(item => item.Point.X)), Axis(drawn.Select(item => item.Point.Y)));
        canvas.Heading(Title);
        area.DrawAxes(XLabel, YLabel);
        double radius = drawn.Length > 2000 ? 2.2 : drawn.Length > 500 ? 3 : 4;
        foreach (IGrouping<int, (FeaturePoint Point, int Index)> group in drawn.GroupBy(item => item.Point.Label).OrderBy(group => group.Key)) DrawClass(area, group, radius);
        if (Labels.Count <= 20) DrawNames(area, drawn);
        for (int i = 0; i < Labels.Count; i++) DrawLegend(canvas, i, Left + Side + 24 + i / rows * LegendColumn, Top + 14 + i % rows * LegendRow);
        int mistakes = drawn.Count(item => item.Point.IsMistake);
        return new SvgPicture(canvas, Title, $"{ChartText.Count(drawn.Length, "image")} of {ChartText.Count(Labels.Count, "class", "classes")}{(mistakes == 0 ? "." : $"; {ChartText.Count(mistakes, "mistake")} ringed.")}");
    }

    private static ChartAxis Axis(IEnumerable<double> values)
    {
        double[] all = [.. values];
        if (all.Length == 0) return new ChartAxis(-1, 1);
        double margin = Math.Max(1e-6, (all.Max() - all.Min()) * 0.04);
        return new ChartAxis(all.Min() - margin, all.Max() + margin);
    }

    private void DrawClass(PlotArea area, IGrouping<int, (FeaturePoint Point, int Index)> group, double radius)
    {
        XElement marks = area.Canvas.Add("g", ("fill", ChartColours.Series(group.Key)), ("fill-opacity", 0.8));
        foreach ((FeaturePoint point, int index) in group)
        {
            XElement mark = SvgCanvas.Create("path", ("data-index", index), ("d", MarkShape.Path(group.Key, area.Across(point.X), area.Down(point.Y), radius)));
            if (point.IsMistake) mark.With(("stroke", ChartColours.Ink), ("stroke-width", 1.5), ("fill-opacity", 1.0));
            marks.Add(mark.WithTooltip(point.Tooltip ?? Labels[group.Key]));
        }
    }

    /// <summary>Writes each class's name at the median of its points.</summary>
    private void DrawNames(PlotArea area, (FeaturePoint Point, int Index)[] drawn)
    {
        foreach (FeaturePoint[] group in drawn.Select(item => item.Point).GroupBy(point => point.Label).OrderBy(group => group.Key).Select(group => group.ToArray()))
        {
            string name = ChartFont.Bold.Shorten(Labels[group[0].Label], 14, 110);
            area.Canvas.Text(area.Across(Median(group.Select(p => p.X))), area.Down(Median(group.Select(p => p.Y))) + 5, name, "middle", 14, isBold: true)
                .With(("stroke", ChartColours.Surface), ("stroke-width", 4), ("stroke-linejoin", "round"), ("paint-order", "stroke"), ("pointer-events", "none"));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private void DrawLegend(SvgCanvas canvas, int label, double x, double y)
    {
        canvas.Add("path", ("d", MarkShape.Path(label, x, y, 5)), ("fill", ChartColours.Series(label)));
        canvas.Label(x + 12, y + 4, Labels[label], LegendColumn - 22);
    }
}
