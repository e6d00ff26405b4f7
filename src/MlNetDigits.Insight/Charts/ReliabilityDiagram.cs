namespace MlNetDigits.Charts;

/// <summary>Accuracy against confidence, before and after calibration, with the expected calibration error.</summary>
/// <remarks>As in C. Guo et al., "On Calibration of Modern Neural Networks" (arXiv:1706.04599, 2017), figure 4.</remarks>
public sealed record ReliabilityDiagram
{
    private const double Side = 300, Left = 72, Top = 84, Histogram = 64, Between = 34, Right = 28, Bottom = 56;

    /// <summary>One to three curves, such as before and after temperature scaling.</summary>
    public required IReadOnlyList<ReliabilityCurve> Curves { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Reliability".</value>
    public string Title { get; init; } = "Reliability";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw()
    {
        double panel = Left + Side + Right;
        var canvas = new SvgCanvas(panel * Math.Max(1, Curves.Count), Top + Side + Between + Histogram + Bottom);
        canvas.Heading(Title);
        for (int i = 0; i < Curves.Count; i++) DrawCurve(canvas, i * panel + Left, Curves[i]);
        string description = string.Join(" ", Curves.Select(curve => $"{curve.Name}: expected calibration error {ChartText.Percent(curve.ExpectedCalibrationError, 2)}."));
        return new SvgPicture(canvas, Title, description);
    }

    private static void DrawCurve(SvgCanvas canvas, double left, ReliabilityCurve curve)
    {
        canvas.Label(left, Top - 28, curve.Name, Side).SetAttributeValue("font-weight", "bold");
        canvas.Text(left, Top - 12, $"expected calibration error {ChartText.Percent(curve.ExpectedCalibrationError, 2)}", colour: ChartColours.Muted);
        var area = new PlotArea(canvas, left, Top, Side, Side, Shares(), Shares());
        area.DrawAxes(yLabel: "accuracy");
        foreach (ReliabilityPoint bin in curve.Points.Where(bin => bin.Count > 0)) DrawBin(area, bin);
        canvas.Line(area.Left, area.Bottom, area.Right, area.Top, ChartColours.Ink, 1.5).SetAttributeValue("stroke-dasharray", "5 4");
        DrawHistogram(canvas, left, curve);
    }

    /// <summary>The accuracy's bar, and the gap between it and the confidence.</summary>
    private static void DrawBin(PlotArea area, ReliabilityPoint bin)
    {
        double left = area.Across(bin.Lower) + 0.5, width = Math.Max(1, area.Across(bin.Upper) - area.Across(bin.Lower) - 1);
        string tooltip = $"confidence {ChartText.Percent(bin.Lower)} to {ChartText.Percent(bin.Upper)}: {ChartText.Count(bin.Count, "image")}, mean confidence {ChartText.Percent(bin.Confidence, 2)}, accuracy {ChartText.Percent(bin.Accuracy, 2)}";
        area.Canvas.Rect(left, area.Down(bin.Accuracy), width, area.Bottom - area.Down(bin.Accuracy), ChartColours.Series(0)).WithTooltip(tooltip);
        (double upper, double lower) = (Math.Max(bin.Accuracy, bin.Confidence), Math.Min(bin.Accuracy, bin.Confidence));
        area.Canvas.Rect(left, area.Down(upper), width, area.Down(lower) - area.Down(upper), ChartColours.Bad)
            .With(("fill-opacity", 0.35), ("stroke", ChartColours.Bad)).WithTooltip(tooltip);
    }

    private static void DrawHistogram(SvgCanvas canvas, double left, ReliabilityCurve curve)
    {
        double total = Math.Max(1, curve.Points.Sum(bin => (double)bin.Count));
        var area = new PlotArea(canvas, left, Top + Side + Between, Side, Histogram, Shares(), new ChartAxis(0, 1) { IsPercent = true, Density = 2 });
        area.DrawAxes("confidence", "images");
        foreach (ReliabilityPoint bin in curve.Points.Where(bin => bin.Count > 0))
        {
            double x = area.Across(bin.Lower) + 0.5, y = area.Down(bin.Count / total);
            area.Canvas.Rect(x, y, Math.Max(1, area.Across(bin.Upper) - area.Across(bin.Lower) - 1), area.Bottom - y, ChartColours.Series(8))
                .WithTooltip($"{ChartText.Count(bin.Count, "image")}, {ChartText.Percent(bin.Count / total, 2)}");
        }
    }

    private static ChartAxis Shares() => new(0, 1) { IsPercent = true };
}
