using System.Globalization;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Robustness;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws accuracies under damage: a row for each kind, a column for each strength.</summary>
internal static class RobustnessView
{
    public static IRenderable Draw(RobustnessReport report, string title)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35).Title("[grey]accuracy in percent, by kind and strength of damage[/]");
        table.AddColumn(new TableColumn(string.Empty));
        for (int strength = 1; strength <= 5; strength++) table.AddColumn(new TableColumn($"[bold]{strength}[/]").RightAligned());
        table.AddColumn(new TableColumn("[grey]mean[/]").RightAligned());
        foreach (RobustnessRow row in report.Corruptions)
            table.AddRow([row.Name, .. row.Accuracy.Select(accuracy => Cell(accuracy, report.Clean)), $"[bold]{Percent(row.Mean)}[/]"]);
        return new Rows(
            new Markup($"[bold]{Markup.Escape(title)}[/]  [grey]{Format.Count(report.Images)} images, seed {report.Seed}[/]"),
            new Markup($"undamaged [bold green]{Format.Percent(report.Clean.Estimate)}[/]  [grey]({Format.PercentRange(report.Clean)})[/]  [grey]mean of all damage[/] [bold]{Format.Percent(report.Mean)}[/]"),
            Text.Empty,
            table);
    }

    private static string Cell(ConfidenceInterval accuracy, ConfidenceInterval clean) =>
        accuracy.Upper >= clean.Lower ? $"[green]{Percent(accuracy.Estimate)}[/]" : accuracy.Estimate < 0.5 ? $"[red]{Percent(accuracy.Estimate)}[/]" : Percent(accuracy.Estimate);

    private static string Percent(double value) => (value * 100).ToString("F1", CultureInfo.InvariantCulture);
}
