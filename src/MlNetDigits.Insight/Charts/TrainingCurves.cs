using System.Globalization;
using System.Xml.Linq;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Charts;

/// <summary>Loss and accuracy over the epochs of a training, with the chosen epoch marked.</summary>
public sealed record TrainingCurves
{
    private const double Width = 800, Height = 360, Top = 66, Bottom = 56, FirstLeft = 80, SecondLeft = 478, PanelWidth = 304;

    private static readonly string _train = ChartColours.Series(0), _validation = ChartColours.Series(6);

    /// <summary>The epochs; those of an ensemble's members follow each other or are mixed.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, by the number of the member.</summary>
    /// <value>Default null: each member's last epoch that was the best so far.</value>
    public IReadOnlyDictionary<int, int>? Chosen { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Loss and accuracy".</value>
    public string Title { get; init; } = "Loss and accuracy";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw()
    {
        var canvas = new SvgCanvas(Width, Height);
        canvas.Heading(Title);
        EpochMetrics[] drawn = [.. Epochs.OrderBy(e => e.Member).ThenBy(e => e.Epoch)];
        bool hasValidation = drawn.Any(e => double.IsFinite(e.ValidationLoss) || double.IsFinite(e.ValidationAccuracy));
        if (hasValidation) ChartLegend.DrawLines(canvas, Width - SvgCanvas.Margin, 27, ("train", _train, true), ("validation", _validation, false));
        else ChartLegend.DrawLines(canvas, Width - SvgCanvas.Margin, 27, ("train", _train, true));

        double[] losses = [.. drawn.SelectMany(e => new[] { e.TrainLoss, e.ValidationLoss }).Where(loss => double.IsFinite(loss) && loss > 0)];
        bool isLogarithmic = losses.Length > 0 && losses.Max() >= 10 * losses.Min();
        ChartAxis epochs = ChartAxis.OfNumbers(drawn.Select(e => e.Epoch)), loss = ChartAxis.Around(losses, isLogarithmic);
        ChartAxis accuracy = ChartAxis.OfShares(drawn.SelectMany(e => new[] { e.TrainAccuracy, e.ValidationAccuracy }));
        DrawPanel(Area(canvas, FirstLeft, epochs, loss), isLogarithmic ? "cross-entropy in nats, logarithmic" : "cross-entropy in nats", drawn, "loss", e => e.TrainLoss, e => e.ValidationLoss, ChartText.Number);
        DrawPanel(Area(canvas, SecondLeft, epochs, accuracy), "accuracy", drawn, "accuracy", e => e.TrainAccuracy, e => e.ValidationAccuracy, value => ChartText.Percent(value, 2));
        return new SvgPicture(canvas, Title, Describe(drawn, hasValidation));
    }

    private static PlotArea Area(SvgCanvas canvas, double left, ChartAxis x, ChartAxis y) => new(canvas, left, Top, PanelWidth, Height - Top - Bottom, x, y);

    private void DrawPanel(PlotArea area, string yLabel, EpochMetrics[] epochs, string what, Func<EpochMetrics, double> train, Func<EpochMetrics, double> validation, Func<double, string> write)
    {
        area.DrawAxes("epoch", yLabel);
        if (epochs.Length == 0) area.Canvas.Text(area.Left + area.Width / 2, area.Top + area.Height / 2, "no epochs", "middle", colour: ChartColours.Muted);
        IGrouping<int, EpochMetrics>[] members = [.. epochs.GroupBy(e => e.Member)];
        foreach (IGrouping<int, EpochMetrics> member in members)
        {
            string name = members.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"member {member.Key}, ") : "";
            DrawSeries(area, member, train, _train, members.Length > 1, e => string.Create(CultureInfo.InvariantCulture, $"{name}epoch {e.Epoch}: train {what} {write(train(e))}"))?.SetAttributeValue("stroke-dasharray", "6 3");
            DrawSeries(area, member, validation, _validation, members.Length > 1, e => string.Create(CultureInfo.InvariantCulture, $"{name}epoch {e.Epoch}: validation {what} {write(validation(e))}"));
        }

        EpochMetrics[] chosen = [.. members.Select(Choose).OfType<EpochMetrics>()];
        if (chosen.Length == 1) area.DrawMarker(chosen[0].Epoch, string.Create(CultureInfo.InvariantCulture, $"chosen: epoch {chosen[0].Epoch}"));
        foreach (EpochMetrics epoch in chosen)
        {
            double value = double.IsFinite(validation(epoch)) ? validation(epoch) : train(epoch);
            area.DrawDot(epoch.Epoch, value, "none", string.Create(CultureInfo.InvariantCulture, $"chosen: epoch {epoch.Epoch}, {what} {write(value)}"), 6)?.With(("stroke", ChartColours.Ink), ("stroke-width", 1.8));
        }
    }

    private static XElement? DrawSeries(PlotArea area, IEnumerable<EpochMetrics> epochs, Func<EpochMetrics, double> value, string colour, bool isThin, Func<EpochMetrics, string> tooltip)
    {
        XElement? line = area.DrawLine(epochs.Select(e => ((double)e.Epoch, value(e))), colour, isThin ? 1.2 : 1.8);
        foreach (EpochMetrics epoch in epochs) area.DrawDot(epoch.Epoch, value(epoch), colour, tooltip(epoch), isThin ? 1.8 : 2.5);
        return line;
    }

    private EpochMetrics? Choose(IGrouping<int, EpochMetrics> member) =>
        Chosen is null ? member.LastOrDefault(e => e.IsBest) : Chosen.TryGetValue(member.Key, out int number) ? member.FirstOrDefault(e => e.Epoch == number) : null;

    private string Describe(EpochMetrics[] epochs, bool hasValidation)
    {
        if (epochs.Length == 0) return "There are no epochs.";
        EpochMetrics[] chosen = [.. epochs.GroupBy(e => e.Member).Select(Choose).OfType<EpochMetrics>()];
        int members = epochs.Select(e => e.Member).Distinct().Count();
        string text = $"{ChartText.Count(epochs.Max(e => e.Epoch), "epoch")}{(members > 1 ? $" of {ChartText.Count(members, "member")}" : "")}{(hasValidation ? "" : ", without validation")}.";
        return chosen.Length != 1 ? text
            : text + string.Create(CultureInfo.InvariantCulture, $" Epoch {chosen[0].Epoch} was chosen: ")
                + (hasValidation ? $"validation loss {ChartText.Number(chosen[0].ValidationLoss)}, accuracy {ChartText.Percent(chosen[0].ValidationAccuracy, 2)}." : $"train loss {ChartText.Number(chosen[0].TrainLoss)}, accuracy {ChartText.Percent(chosen[0].TrainAccuracy, 2)}.");
    }
}
