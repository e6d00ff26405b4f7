using System.Globalization;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws intervals, top-k, calibration and the figures of each class within 80 columns.</summary>
internal static class StatisticsView
{
    private const int ShortName = 7, LongestName = 16, Interval = 20;

    private static readonly Padding NoPadding = new(0);

    public static IRenderable Draw(EvaluationStatistics statistics) => new Rows(
        Overall(statistics),
        Text.Empty,
        new Markup(string.Join("  ", statistics.TopK.Skip(1).Select(top => $"[grey]top-{top.K}[/] {Format.Percent(top.Accuracy.Estimate)}"))),
        new Markup(Calibration(statistics.Calibration)),
        Text.Empty,
        Classes(statistics));

    private static Table Overall(EvaluationStatistics statistics)
    {
        string level = (statistics.ConfidenceLevel * 100).ToString("0.#", CultureInfo.InvariantCulture);
        Table table = NewTable();
        table.AddColumn(Column(string.Empty).LeftAligned());
        table.AddColumn(Column("[grey]measured[/]", 12));
        table.AddColumn(Column($"[grey]{level} % interval[/]", 22));
        Add("accuracy", statistics.Accuracy, Format.Percent(statistics.Accuracy.Estimate), Format.PercentRange(statistics.Accuracy));
        Add("macro accuracy", statistics.MacroAccuracy, Format.Percent(statistics.MacroAccuracy.Estimate), Format.PercentRange(statistics.MacroAccuracy));
        Add("macro F1", statistics.MacroF1, Format.Percent(statistics.MacroF1.Estimate), Format.PercentRange(statistics.MacroF1));
        Add("log-loss", statistics.LogLoss, Format.Loss(statistics.LogLoss.Estimate), $"{Format.Loss(statistics.LogLoss.Lower)} to {Format.Loss(statistics.LogLoss.Upper)}");
        return table;

        void Add(string name, ConfidenceInterval interval, string measured, string range) => table.AddRow(name, measured, range);
    }

    /// <summary>Tells the calibration in a sentence or two.</summary>
    private static string Calibration(CalibrationReport report)
    {
        string before = $"Confidence is off by {Format.Percent(report.Before.ExpectedCalibrationError)} on average (expected calibration error).";
        return report is { Temperature: { } temperature, After: { } after }
            ? string.Create(CultureInfo.InvariantCulture, $"{before} Temperature {temperature:F3}, fitted on {Markup.Escape(report.FittedOn)}, makes it {Format.Percent(after.ExpectedCalibrationError)}, and the log-loss {Format.Loss(after.LogLoss)}.")
            : $"{before} No temperature was fitted: {Markup.Escape(report.FittedOn)}.";
    }

    /// <summary>Where names are long, F1 goes without its interval.</summary>
    private static Table Classes(EvaluationStatistics statistics)
    {
        bool isLong = statistics.Classes.Any(row => row.Name.Length > ShortName);
        Table table = NewTable();
        table.AddColumn(Column("[grey]class[/]").LeftAligned());
        table.AddColumn(Column("[grey]images[/]", 8));
        table.AddColumn(Column("[grey]precision, %[/]", Interval));
        table.AddColumn(Column("[grey]recall, %[/]", Interval));
        table.AddColumn(Column("[grey]F1, %[/]", isLong ? null : Interval));
        foreach (ClassStatistics row in statistics.Classes.Where(row => row.Support > 0))
            table.AddRow($"[bold]{Markup.Escape(Format.Shorten(row.Name, LongestName))}[/]", Format.Count(row.Support), Cell(row.Precision), Cell(row.Recall), Cell(row.F1, hasInterval: !isLong));
        return table;
    }

    private static string Cell(ConfidenceInterval interval, bool hasInterval = true) => double.IsNaN(interval.Estimate) ? "[grey35]-[/]"
        : !hasInterval ? string.Create(CultureInfo.InvariantCulture, $"  {interval.Estimate * 100:F1}")
        : string.Create(CultureInfo.InvariantCulture, $"{interval.Estimate * 100:F1} [grey]({interval.Lower * 100:F1}-{interval.Upper * 100:F1})[/]");

    private static Table NewTable() => new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);

    private static TableColumn Column(string header, int? width = null) => new TableColumn(header) { Padding = NoPadding, Width = width }.RightAligned();
}
