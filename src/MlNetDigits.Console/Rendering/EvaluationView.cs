using MlNetDigits.Evaluation;
using MlNetDigits.Reports;
using MlNetDigits.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws ML.NET's metrics: accuracy and log-loss, then confusion with precision and recall per class.</summary>
internal static class EvaluationView
{
    /// <summary>An error this frequent, as a share of the class's images, is shown in red.</summary>
    private const double FrequentError = 0.01;

    /// <summary>Classes whose columns fit 80 characters.</summary>
    private const int MostColumns = 10;

    private const int ShortName = 4;
    private const int LongName = 18;

    private static readonly Padding NoPadding = new(0);

    /// <summary>Draws the whole evaluation within 80 columns.</summary>
    public static IRenderable Draw(EvaluationReport report, string title) => new Rows([
        new Markup($"[bold]{Markup.Escape(title)}[/]  [grey]{Format.Count(report.Images)} image{(report.Images == 1 ? string.Empty : "s")}[/]"),
        new Markup(
            $"accuracy [bold green]{Format.Percent(report.MicroAccuracy)}[/]  [grey]macro[/] {Format.Percent(report.MacroAccuracy)}  "
            + $"[grey]log-loss[/] {Format.Loss(report.LogLoss)}  [grey]log-loss reduction[/] {Format.Percent(report.LogLossReduction)}"),
        .. report.Rejection is { } rejection ? [new Markup(Refused(rejection, Format.ClassWord(report.Classes.Select(each => each.Name))))] : Array.Empty<IRenderable>(),
        .. (report.Notes ?? []).Select(note => new Text(note)),
        Text.Empty,
        report.Classes.Count <= MostColumns ? ConfusionTable(report) : ClassTable(report),
        report.Statistics is { } statistics ? StatisticsView.Draw(statistics) : Text.Empty]);

    /// <summary>Draws the counts: rows are the true class, columns the recognized one.</summary>
    /// <remarks>Long names head rows alone; columns then have letters.</remarks>
    public static Table ConfusionTable(EvaluationReport report)
    {
        bool areShort = report.Classes.All(each => each.Name.GetCellWidth() <= ShortName);
        string what = Format.ClassWord(report.Classes.Select(each => each.Name));
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35).Title($"[grey]true {what} by row, recognized {what} by column[/]");
        table.AddColumn(new TableColumn(string.Empty) { Footer = new Markup("[grey]precision[/]"), Padding = NoPadding }.RightAligned());
        foreach (ClassReport each in report.Classes)
            table.AddColumn(ClassColumn(each, areShort ? each.Name : Letter(each)));
        table.AddColumn(new TableColumn("[grey]recall[/]") { Padding = NoPadding, Width = 7 }.RightAligned());
        foreach (ClassReport each in report.Classes.Where(each => each.Images > 0))
        {
            string name = Markup.Escape(areShort ? each.Name : Format.Shorten(each.Name, LongName));
            table.AddRow([$"[bold]{name}[/]{(areShort ? string.Empty : $" [grey]=[/] [bold]{Letter(each)}[/]")}", .. report.Confusion[each.Digit].Select((count, column) => Cell(each, column, count)), Share(each.Recall)]);
        }

        return table;
    }

    /// <summary>Draws a line for each class with its most frequent error, where a table of all pairs were too wide.</summary>
    public static Table ClassTable(EvaluationReport report)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn("[grey]class[/]");
        foreach (string title in (string[])["images", "precision", "recall"])
            table.AddColumn(new TableColumn($"[grey]{title}[/]").RightAligned());
        table.AddColumn("[grey]most often taken for[/]");
        foreach (ClassReport each in report.Classes.Where(each => each.Images > 0))
        {
            int[] row = report.Confusion[each.Digit];
            int other = Enumerable.Range(0, row.Length).Where(column => column != each.Digit).MaxBy(column => row[column]);
            string error = row[other] == 0 ? "[grey35].[/]" : $"{Markup.Escape(Format.Shorten(report.Classes[other].Name, LongName))} [yellow]{row[other]}[/]";
            table.AddRow($"[bold]{Markup.Escape(Format.Shorten(each.Name, LongName))}[/]", Format.Count(each.Images), Share(each.Precision), Share(each.Recall), error);
        }

        return table;
    }

    /// <summary>Tells how often images of the classes, and of none of them, were refused.</summary>
    private static string Refused(RejectionReport rejection, string what)
    {
        string images = what == "digit" ? "digits" : "images of a class";
        string digits = rejection.DigitShare is { } share ? $"[bold]{Format.Percent(share)}[/] of {images} ({Format.Count(rejection.RefusedDigits)} of {Format.Count(rejection.Digits)})" : $"no {what}, for there is none";
        string others = rejection.OtherShare is { } rest ? $", [bold green]{Format.Percent(rest)}[/] of images of no {what} ({Format.Count(rejection.RefusedOthers)} of {Format.Count(rejection.Others)})" : string.Empty;
        return $"[grey]refused[/] {digits}{others}";
    }

    private static string Letter(ClassReport each) => ((char)('a' + each.Digit)).ToString();

    private static TableColumn ClassColumn(ClassReport each, string title) => new TableColumn($"[bold]{Markup.Escape(title)}[/]")
    {
        Footer = new Markup(Share(each.Precision)),
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

    private static string Share(double value) => double.IsNaN(value) ? "[grey35]-[/]" : $"[grey]{(value * 100).ToString("F1", System.Globalization.CultureInfo.InvariantCulture)}[/]";
}
