using MlNetDigits.Networks.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws a running training: a bar of progress above the table of epochs.</summary>
internal sealed class TrainingView(TrainingClock clock)
{
    private const int BarWidth = 24;

    private readonly List<EpochMetrics> _epochs = [];
    private TrainingProgress _progress;
    private bool _isFinished;

    public void Update(TrainingProgress progress) => _progress = progress;

    public void Update(EpochMetrics epoch) => _epochs.Add(epoch);

    public void Finish() => _isFinished = true;

    /// <summary>Draws the present state.</summary>
    /// <param name="maximumRows">Epochs that fit the terminal; the earliest are left out.</param>
    public IRenderable Draw(int maximumRows)
    {
        Table table = EpochTable(maximumRows);
        return _isFinished ? table : new Rows(new Markup(ProgressLine()), new Markup(FigureLine()), table);
    }

    private static string Bar(double share)
    {
        int halves = (int)Math.Round(Math.Clamp(share, 0, 1) * 2 * BarWidth);
        string full = new('━', halves / 2);
        string half = halves % 2 == 1 ? "╸" : string.Empty;
        string rest = new('━', BarWidth - ((halves + 1) / 2));
        return $"[green]{full}{half}[/][grey35]{rest}[/]";
    }

    private string ProgressLine()
    {
        if (_progress.Epochs == 0)
            return "[grey]reading the images[/]";
        double share = _progress.Batch / (double)Math.Max(1, _progress.Batches);
        string left = clock.Remaining(_progress) is { } remaining ? Format.Duration(remaining) : "-:--";
        string member = _progress.Members > 1 ? $"[bold]member {_progress.Member}/{_progress.Members}[/]  " : string.Empty;
        return $"{member}[bold]epoch {_progress.Epoch}/{_progress.Epochs}[/]  {Bar(share)}  batch {_progress.Batch}/{_progress.Batches}  "
            + $"[grey]{Format.Duration(clock.Elapsed)}[/]  ETA [bold]{left}[/]";
    }

    private string FigureLine() => _progress.Epochs == 0
        ? string.Empty
        : $"[grey]loss[/] {Format.Loss(_progress.Loss)}  [grey]accuracy[/] {Format.Percent(_progress.Accuracy)}  "
        + $"[bold]{Format.Count((long)_progress.ImagesPerSecond)}[/] [grey]images/s[/]";

    private Table EpochTable(int maximumRows)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        foreach ((string title, int width) in ((string, int)[])[("epoch", 5), ("loss", 7), ("accuracy", 8), ("val. loss", 9), ("val. accuracy", 13), ("images/s", 8), ("time", 7)])
            table.AddColumn(new TableColumn($"[grey]{title}[/]") { Width = width }.RightAligned());
        EpochMetrics? best = _epochs.FindLast(epoch => epoch.IsBest);
        foreach (EpochMetrics epoch in _epochs.Skip(_epochs.Count - Math.Max(1, maximumRows)))
            AddRow(table, epoch, ReferenceEquals(epoch, best));
        return table;
    }

    private static void AddRow(Table table, EpochMetrics epoch, bool isBest)
    {
        string mark = isBest ? "[green]" : "[default]";
        table.AddRow(
            $"{mark}{(isBest ? "* " : string.Empty)}{epoch.Epoch}[/]",
            Format.Loss(epoch.TrainLoss),
            Format.Percent(epoch.TrainAccuracy),
            $"{mark}{Format.Loss(epoch.ValidationLoss)}[/]",
            $"{mark}{Format.Percent(epoch.ValidationAccuracy)}[/]",
            Format.Speed(epoch),
            Format.Seconds(epoch.Seconds));
    }
}
