using MlNetDigits.Evaluation.Lines;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws how many lines were read right: a row for each set.</summary>
internal static class LineReportView
{
    public static IRenderable Draw(IReadOnlyList<LineReport> reports)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(string.Empty);
        foreach (string column in (string[])["lines", "wholly right", "95 % interval", "digit errors", "ms a picture"])
            table.AddColumn(new TableColumn($"[grey]{column}[/]").RightAligned());
        foreach (LineReport report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Name),
                Format.Count(report.Lines),
                $"[bold green]{Format.Percent(report.Exact.Estimate)}[/]",
                $"[grey]{Format.PercentRange(report.Exact)}[/]",
                Format.Percent(report.DigitErrors),
                (1000 * report.Seconds).ToString("F1", System.Globalization.CultureInfo.InvariantCulture));
        }

        return table;
    }
}
