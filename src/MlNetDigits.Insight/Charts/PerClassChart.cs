using System.Globalization;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>Bars of each class's precision, recall and F1.</summary>
public sealed record PerClassChart
{
    private const double Width = 800, Top = 84, Row = 30, Bar = 7, WidestLabel = 150, Column = 68, Columns = 4 * Column + 8;

    private static readonly (string Name, string Colour, Func<ClassScores, double> Value)[] _scores =
    [
        ("precision", ChartColours.Series(0), scores => scores.Precision),
        ("recall", ChartColours.Series(6), scores => scores.Recall),
        ("F1", ChartColours.Series(4), scores => scores.F1),
    ];

    /// <summary>The classes from the top.</summary>
    public required IReadOnlyList<ClassScores> Classes { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Precision, recall and F1 of each class".</value>
    public string Title { get; init; } = "Precision, recall and F1 of each class";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw()
    {
        double left = SvgCanvas.Margin + 8 + Math.Min(WidestLabel, Classes.Select(c => ChartFont.Regular.Room(c.Label, SvgCanvas.FontSize)).DefaultIfEmpty(0).Max());
        var canvas = new SvgCanvas(Width, Top + Row * Classes.Count + 36);
        var area = new PlotArea(canvas, left, Top, Width - left - Columns - SvgCanvas.Margin, Row * Classes.Count, new ChartAxis(0, 1) { IsPercent = true }, new ChartAxis(1, 2) { Density = 0 });
        canvas.Heading(Title);
        ChartLegend.DrawSquares(canvas, Width - SvgCanvas.Margin, 27, [.. _scores.Select(score => (score.Name, score.Colour, 1.0))]);
        foreach ((double value, string label) in area.X.Ticks())
        {
            canvas.Line(area.Across(value), Top, area.Across(value), area.Bottom, ChartColours.Grid);
            canvas.Text(area.Across(value), area.Bottom + 18, label, "middle", colour: ChartColours.Muted);
        }

        string[] headings = [.. _scores.Select(score => score.Name), "images"];
        for (int i = 0; i < headings.Length; i++) canvas.Text(area.Right + (i + 1) * Column + 8, Top - 10, headings[i], "end", colour: ChartColours.Muted);
        for (int i = 0; i < Classes.Count; i++) DrawClass(area, Classes[i], Top + i * Row);
        canvas.Line(left, Top, left, area.Bottom, ChartColours.Muted);
        return new SvgPicture(canvas, Title, Describe());
    }

    private static void DrawClass(PlotArea area, ClassScores scores, double top)
    {
        double baseLine = top + Row / 2 + 4;
        area.Canvas.Label(area.Left - 8, baseLine, scores.Label, WidestLabel, "end");
        for (int i = 0; i < _scores.Length; i++)
        {
            double value = _scores[i].Value(scores);
            if (double.IsFinite(value))
                area.Canvas.Rect(area.Left, top + (Row - 3 * Bar) / 2 + i * Bar, area.Across(value) - area.Left, Bar - 1, _scores[i].Colour).WithTooltip($"{scores.Label}: {_scores[i].Name} {ChartText.Percent(value, 2)}");
            area.Canvas.Text(area.Right + (i + 1) * Column + 8, baseLine, ChartText.Percent(value, 2), "end");
        }

        area.Canvas.Text(area.Right + 4 * Column + 8, baseLine, scores.Support.ToString("N0", CultureInfo.InvariantCulture), "end");
    }

    private string Describe()
    {
        ClassScores? worst = Classes.Where(c => double.IsFinite(c.F1)).MinBy(c => c.F1);
        return $"{ChartText.Count(Classes.Count, "class", "classes")}.{(worst is null ? "" : $" The lowest F1 has {worst.Label}: {ChartText.Percent(worst.F1, 2)}.")}";
    }
}
