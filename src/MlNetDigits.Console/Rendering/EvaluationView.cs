using MlNetDigits.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws ML.NET's metrics: accuracy and log-loss, then confusion with precision and recall per digit.</summary>
internal static class EvaluationView
{
    /// <summary>An error this frequent, as a share of the digit's images, is shown in red.</summary>
    private const double FrequentError = 0.01;

    private static readonly Padding NoPadding = new(0);

    /// <summary>Draws the whole evaluation within 80 columns.</summary>
    public static IRenderable Draw(EvaluationReport report, string title) => new Rows(
        new Markup($"[bold]{Markup.Escape(title)}[/]  [grey]{Format.Count(report.Images)} images[/]"),
        new Markup(
            $"accuracy [bold green]{Format.Percent(report.MicroAccuracy)}[/]  [grey]macro[/] {Format.Percent(report.MacroAccuracy)}  "
            + $"[grey]log-loss[/] {Format.Loss(report.LogLoss)}  [grey]log-loss reduction[/] {Format.Percent(report.LogLossReduction)}"),
        Text.Empty,
        ConfusionTable(report));

    /// <summary>Draws the counts: rows are the true digit, columns the recognized one.</summary>
    public static Table ConfusionTable(EvaluationReport report)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35).Title("[grey]true digit by row, recognized digit by column[/]");
        table.AddColumn(new TableColumn(string.Empty) { Footer = new Markup("[grey]precision[/]"), Padding = NoPadding }.RightAligned());
        foreach (ClassReport digit in report.Classes)
            table.AddColumn(DigitColumn(digit));
        table.AddColumn(new TableColumn("[grey]recall[/]") { Padding = NoPadding, Width = 7 }.RightAligned());
        foreach (ClassReport digit in report.Classes)
            table.AddRow([$"[bold]{digit.Digit}[/]", .. report.Confusion[digit.Digit].Select((count, column) => Cell(digit, column, count)), Share(digit.Recall)]);
        return table;
    }

    private static TableColumn DigitColumn(ClassReport digit) => new TableColumn($"[bold]{digit.Digit}[/]")
    {
        Footer = new Markup(Share(digit.Precision)),
        Padding = NoPadding,
        Width = 5,
    }.RightAligned();

    private static string Cell(ClassReport row, int column, int count)
    {
        if (count == 0)
            return "[grey35].[/]";
        if (column == row.Digit)
            return $"[bold green]{count}[/]";
        return count >= FrequentError * row.Images ? $"[bold red]{count}[/]" : $"[yellow]{count}[/]";
    }

    private static string Share(double value) => $"[grey]{(value * 100).ToString("F1", System.Globalization.CultureInfo.InvariantCulture)}[/]";
}
