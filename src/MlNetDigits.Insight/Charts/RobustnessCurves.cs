using System.Globalization;

namespace MlNetDigits.Charts;

/// <summary>Accuracy over strengths for many corruptions, a small chart each.</summary>
public sealed record RobustnessCurves
{
    private const int Columns = 4;

    private const double Width = 800, Top = 56, Left = 60, PanelWidth = 132, PanelHeight = 96, Across = 188, Down = 162;

    /// <summary>The corruptions in order.</summary>
    public required IReadOnlyList<RobustnessCurve> Curves { get; init; }

    /// <summary>Accuracy on images as they are, drawn at strength 0, 0 to 1.</summary>
    /// <value>Default null: strength 0 is left out.</value>
    public double? CleanAccuracy { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Accuracy under corruptions".</value>
    public string Title { get; init; } = "Accuracy under corruptions";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw()
    {
        int rows = Math.Max(1, (Curves.Count + Columns - 1) / Columns), strengths = Curves.Select(curve => curve.Accuracies.Count).DefaultIfEmpty(1).Max();
        var canvas = new SvgCanvas(Width, Top + rows * Down + 4);
        canvas.Heading(Title);
        IEnumerable<double> clean = CleanAccuracy is { } share ? [share] : [];
        ChartAxis y = ChartAxis.OfShares([1, .. clean, .. Curves.SelectMany(curve => curve.Accuracies)], 3);
        double first = CleanAccuracy is null ? 1 : 0;
        var x = new ChartAxis(first, Math.Max(first + 1, strengths)) { IsWhole = true };
        for (int i = 0; i < Curves.Count; i++)
            DrawCurve(new PlotArea(canvas, Left + i % Columns * Across, Top + 24 + i / Columns * Down, PanelWidth, PanelHeight, x, y), Curves[i]);
        return new SvgPicture(canvas, Title, Describe());
    }

    private void DrawCurve(PlotArea area, RobustnessCurve curve)
    {
        area.Canvas.Label(area.Left, area.Top - 8, curve.Corruption, PanelWidth).SetAttributeValue("font-weight", "bold");
        area.DrawAxes("strength");
        IEnumerable<double> strengths = Enumerable.Range(1, curve.Accuracies.Count).Select(strength => (double)strength);
        (double X, double Y)[] points = [.. CleanAccuracy is { } clean ? [(0, clean)] : Array.Empty<(double, double)>(), .. strengths.Zip(curve.Accuracies)];
        area.DrawLine(points, ChartColours.Series(0));
        foreach ((double strength, double accuracy) in points)
            area.DrawDot(strength, accuracy, ChartColours.Series(0), string.Create(CultureInfo.InvariantCulture, $"{curve.Corruption}, strength {strength}: accuracy {ChartText.Percent(accuracy, 2)}"));
    }

    private string Describe()
    {
        RobustnessCurve? worst = Curves.Where(curve => curve.Accuracies.Any(double.IsFinite)).MinBy(curve => curve.Accuracies.Where(double.IsFinite).Min());
        return $"{ChartText.Count(Curves.Count, "corruption")}.{(worst is null ? "" : $" The lowest accuracy is under {worst.Corruption}: {ChartText.Percent(worst.Accuracies.Where(double.IsFinite).Min(), 2)}.")}";
    }
}
