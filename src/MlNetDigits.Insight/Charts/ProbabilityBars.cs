using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>Bars of a prediction's most probable classes.</summary>
public sealed record ProbabilityBars
{
    private const double Width = 360, FirstRow = 44, Row = 24, WidestLabel = 110, Figures = 62;

    /// <summary>Probabilities of all classes, 0 to 1, in the order of the labels.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Names of the classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>How many classes are drawn, at least 1.</summary>
    /// <value>Default 3.</value>
    public int Top { get; init; } = 3;

    /// <summary>Place of the true class among the labels, whose bar gets another colour.</summary>
    /// <value>Default null: unknown.</value>
    public int? TrueLabel { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Probabilities".</value>
    public string Title { get; init; } = "Probabilities";

    /// <summary>Draws the chart.</summary>
    /// <exception cref="ArgumentException">There are not as many probabilities as labels.</exception>
    public SvgPicture Draw()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Top, 1);
        if (Probabilities.Count != Labels.Count)
            throw new ArgumentException($"There are {Probabilities.Count} probabilities for {Labels.Count} labels. Give one for each.", nameof(Probabilities));

        int[] best = [.. Enumerable.Range(0, Labels.Count).OrderByDescending(i => Probabilities[i]).Take(Top)];
        double left = SvgCanvas.Margin + 8 + Math.Min(WidestLabel, best.Select(i => ChartFont.Regular.Room(Labels[i], SvgCanvas.FontSize)).DefaultIfEmpty(0).Max());
        double longest = Width - left - SvgCanvas.Margin - Figures;
        var canvas = new SvgCanvas(Width, FirstRow + Row * best.Length + 10);
        canvas.Heading(Title);
        for (int i = 0; i < best.Length; i++)
        {
            double top = FirstRow + i * Row, share = Math.Clamp(Probabilities[best[i]], 0, 1);
            string tooltip = $"{Labels[best[i]]}: {ChartText.Percent(Probabilities[best[i]], 2)}{(best[i] == TrueLabel ? ", the true label" : "")}";
            canvas.Label(left - 8, top + 15, Labels[best[i]], WidestLabel, "end");
            canvas.Rect(left, top + 4, longest, Row - 8, ChartColours.Grid);
            canvas.Rect(left, top + 4, share * longest, Row - 8, best[i] == TrueLabel ? ChartColours.Good : TrueLabel is null ? ChartColours.Series(0) : ChartColours.Series(8)).WithTooltip(tooltip);
            canvas.Text(Width - SvgCanvas.Margin, top + 15, ChartText.Percent(Probabilities[best[i]], 1), "end", isBold: i == 0);
        }

        return new SvgPicture(canvas, Title, string.Join(", ", best.Select(i => $"{Labels[i]} {ChartText.Percent(Probabilities[i], 1)}")) + ".");
    }
}
