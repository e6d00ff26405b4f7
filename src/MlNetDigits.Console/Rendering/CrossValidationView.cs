using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.CrossValidation;
using MlNetDigits.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws ML.NET's metrics of each fold, their mean and spread.</summary>
internal static class CrossValidationView
{
    public static IRenderable Draw(CrossValidationReport report)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        foreach (string header in (string[])["fold", "images", "accuracy", "macro", "log-loss", "reduction"])
            table.AddColumn(new TableColumn($"[grey]{header}[/]").RightAligned());
        foreach (FoldReport fold in report.Folds)
            table.AddRow($"{fold.Fold}", Format.Count(fold.Images), Format.Percent(fold.MicroAccuracy), Format.Percent(fold.MacroAccuracy), Format.Loss(fold.LogLoss), Format.Percent(fold.LogLossReduction));
        Add("mean", spread => spread.Mean);
        Add("deviation", spread => spread.StandardDeviation);
        Add("least", spread => spread.Minimum);
        Add("most", spread => spread.Maximum);
        return table;

        void Add(string name, Func<SpreadReport, double> figure) => table.AddRow(
            $"[bold]{name}[/]", string.Empty, Format.Percent(figure(report.MicroAccuracy)), Format.Percent(figure(report.MacroAccuracy)), Format.Loss(figure(report.LogLoss)), Format.Percent(figure(report.LogLossReduction)));
    }
}
