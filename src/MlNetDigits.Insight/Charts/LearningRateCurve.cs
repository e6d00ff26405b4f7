using System.Globalization;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Charts;

/// <summary>The learning rate at the end of each epoch.</summary>
public sealed record LearningRateCurve
{
    private const double Width = 800, Height = 280, Left = 84, Top = 50, Bottom = 56, Right = 18;

    /// <summary>The epochs; those of an ensemble's members follow each other or are mixed.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Learning rate".</value>
    public string Title { get; init; } = "Learning rate";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw()
    {
        var canvas = new SvgCanvas(Width, Height);
        canvas.Heading(Title);
        ChartAxis x = ChartAxis.OfNumbers(Epochs.Select(e => e.Epoch)), y = ChartAxis.Around([0, .. Epochs.Select(e => e.LearningRate)]);
        var area = new PlotArea(canvas, Left, Top, Width - Left - Right, Height - Top - Bottom, x, y);
        area.DrawAxes("epoch", "learning rate at the epoch's end", 64);

        // Members of an ensemble mostly share one schedule, which is then drawn once.
        foreach (EpochMetrics[] member in Epochs.GroupBy(e => e.Member).Select(member => member.OrderBy(e => e.Epoch).ToArray()).DistinctBy(member => string.Join(' ', member.Select(e => (e.Epoch, e.LearningRate)))))
        {
            area.DrawLine(member.Select(e => ((double)e.Epoch, e.LearningRate)), ChartColours.Series(0));
            foreach (EpochMetrics e in member)
                area.DrawDot(e.Epoch, e.LearningRate, ChartColours.Series(0), string.Create(CultureInfo.InvariantCulture, $"epoch {e.Epoch}: learning rate {ChartText.Number(e.LearningRate)}"));
        }

        string description = Epochs.Count == 0 ? "There are no epochs."
            : $"From {ChartText.Number(Epochs[0].LearningRate)} after the first epoch to {ChartText.Number(Epochs[^1].LearningRate)} after the last.";
        return new SvgPicture(canvas, Title, description);
    }
}
