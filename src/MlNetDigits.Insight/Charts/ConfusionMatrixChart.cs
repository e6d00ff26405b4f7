using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>A heat map of true labels against recognized ones, with counts and percent of the row.</summary>
/// <remarks>
/// Each cell that is not 0 is a <c>g</c> of class <c>cell</c> with <c>data-true</c>, <c>data-predicted</c> (places of the labels, from 0) and
/// <c>data-count</c>, so that a page can react to clicks.
/// </remarks>
public sealed record ConfusionMatrixChart
{
    private const double Top = 66, WidestLabel = 160, Gap = 8, Legend = 44, NarrowestChart = 480;

    /// <summary>Counts: rows are the true class, columns the recognized one.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>Names of the classes in the order of the rows.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Confusion matrix".</value>
    public string Title { get; init; } = "Confusion matrix";

    /// <summary>Draws the chart.</summary>
    /// <exception cref="ArgumentException">The counts are not a square of as many rows as labels.</exception>
    public SvgPicture Draw()
    {
        if (Counts.Count != Labels.Count || Labels.Count == 0 || Counts.Any(row => row.Count != Labels.Count))
            throw new ArgumentException($"{Labels.Count} labels need {Labels.Count} rows of {Labels.Count} counts, but there are {Counts.Count} rows of {(Counts.Count == 0 ? 0 : Counts.Min(row => row.Count))}. Give a count for each pair of labels.", nameof(Counts));

        double cell = CellSize(Labels.Count), size = Math.Min(SvgCanvas.FontSize, cell * 0.75);
        double widest = Math.Min(WidestLabel, Labels.Max(label => ChartFont.Regular.Room(label, size)));
        bool isUpright = widest <= cell - 2;
        double left = SvgCanvas.Margin + 24 + widest + Gap, top = Top + (isUpright ? size : widest) + Gap, side = cell * Labels.Count;
        var canvas = new SvgCanvas(Math.Max(left + side + SvgCanvas.Margin, NarrowestChart), top + side + Legend);
        canvas.Heading(Title);
        canvas.Text(left + side / 2, Top - 10, "recognized as", "middle");
        canvas.VerticalText(SvgCanvas.Margin + 8, top + side / 2, "true label");
        for (int i = 0; i <= Labels.Count; i++)
        {
            canvas.Line(left, top + i * cell, left + side, top + i * cell, ChartColours.Grid);
            canvas.Line(left + i * cell, top, left + i * cell, top + side, ChartColours.Grid);
        }

        for (int i = 0; i < Labels.Count; i++)
        {
            double middle = (i + 0.5) * cell;
            canvas.Label(left - Gap, top + middle + size * 0.36, Labels[i], WidestLabel, "end", size);
            if (isUpright) canvas.Label(left + middle, top - Gap, Labels[i], WidestLabel, "middle", size);
            else canvas.Label(0, 0, Labels[i], WidestLabel, null, size).With(("transform", $"translate({SvgCanvas.Number(left + middle + size * 0.36)} {SvgCanvas.Number(top - Gap)}) rotate(-90)"));
            foreach (int predicted in Enumerable.Range(0, Labels.Count).Where(predicted => Counts[i][predicted] > 0))
                canvas.Add("g").Add(ConfusionCell.Draw(this, i, predicted, left + predicted * cell, top + i * cell, cell));
        }

        ConfusionCell.DrawLegend(canvas, top + side + 28);
        return new SvgPicture(canvas, Title, Describe());
    }

    private static double CellSize(int classes) => classes switch { <= 4 => 76, <= 12 => 52, <= 20 => 38, <= 36 => 28, _ => 18 };

    private string Describe()
    {
        long total = Counts.Sum(row => row.Sum(count => (long)count)), right = Enumerable.Range(0, Labels.Count).Sum(i => (long)Counts[i][i]);
        if (total == 0) return $"{ChartText.Count(Labels.Count, "class", "classes")} without images.";
        string text = $"{right} of {total} images of {ChartText.Count(Labels.Count, "class", "classes")} were recognized, {ChartText.Percent((double)right / total, 2)}.";
        (int Count, int True, int Predicted) worst = (from i in Enumerable.Range(0, Labels.Count)
                                                      from j in Enumerable.Range(0, Labels.Count)
                                                      where i != j
                                                      orderby Counts[i][j] descending
                                                      select (Counts[i][j], i, j)).FirstOrDefault();
        return worst.Count == 0 ? text + " There is no mistake." : $"{text} The most frequent mistake is {Labels[worst.True]} taken for {Labels[worst.Predicted]}: {ChartText.Count(worst.Count, "image")}.";
    }
}
