using System.Globalization;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Comparison;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws how two models differ, and says in words what it means.</summary>
internal static class ComparisonView
{
    private const double Significance = 0.05;
    private const int MostPairs = 12;

    public static IRenderable Draw(ModelComparison comparison, string first, string second) => new Rows(
        new Markup($"[bold]A[/] {Markup.Escape(first)}\n[bold]B[/] {Markup.Escape(second)}\n[grey]{Format.Count(comparison.Images)} images[/]"),
        Text.Empty,
        Accuracies(comparison),
        Counts(comparison),
        Pairs(comparison),
        new Text(string.Join('\n', Explain(comparison))));

    /// <summary>Says what the test means; one sentence in each line.</summary>
    public static IReadOnlyList<string> Explain(ModelComparison comparison)
    {
        McNemarTest test = comparison.Test;
        if (test.OnlyFirst + test.OnlySecond == 0)
            return ["No image tells the models apart: each is right where the other is."];
        string name = test.Method == McNemarMethod.ExactBinomial ? "exact McNemar test" : "McNemar's test with continuity correction";
        string chance = $"If both were equally good, counts at least as unequal would come up with probability {Probability(test.PValue)} ({name}).";
        if (test.PValue >= Significance)
            return [chance, "That is no evidence that one is better: the difference may well be chance. More images could tell."];
        string better = test.OnlySecond > test.OnlyFirst ? "B" : "A";
        return [chance, $"Chance hardly explains that: {better} is better on images like these, by {Points(comparison.Difference, better == "A")} percentage points.", "With many models compared, some such difference turns up by chance alone."];
    }

    private static string Points(ConfidenceInterval difference, bool isReversed)
    {
        (double lower, double upper) = isReversed ? (-difference.Upper, -difference.Lower) : (difference.Lower, difference.Upper);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(difference.Estimate) * 100:F2} (95 % interval {lower * 100:F2} to {upper * 100:F2})");
    }

    private static string Probability(double value) => value < 0.0001 ? "below 0.0001" : value.ToString("F4", CultureInfo.InvariantCulture);

    private static Table Accuracies(ModelComparison comparison)
    {
        Table table = NewTable("", "accuracy", "95 % interval", "errors");
        Add("A", comparison.First, comparison.Test.OnlySecond);
        Add("B", comparison.Second, comparison.Test.OnlyFirst);
        string range = string.Create(CultureInfo.InvariantCulture, $"{comparison.Difference.Lower * 100:+0.00;-0.00;0.00} to {comparison.Difference.Upper * 100:+0.00;-0.00;0.00}");
        table.AddRow("B - A", string.Create(CultureInfo.InvariantCulture, $"{comparison.Difference.Estimate * 100:+0.00;-0.00;0.00}"), range,
            string.Create(CultureInfo.InvariantCulture, $"{comparison.Test.OnlyFirst - comparison.Test.OnlySecond:+0;-0;0}"));
        return table;

        void Add(string name, ConfidenceInterval accuracy, int missed) =>
            table.AddRow($"[bold]{name}[/]", Format.Percent(accuracy.Estimate), Format.PercentRange(accuracy), Format.Count(comparison.BothWrong + missed));
    }

    private static Table Counts(ModelComparison comparison)
    {
        Table table = NewTable("", "B right", "B wrong");
        table.AddRow("[bold]A right[/]", Format.Count(comparison.BothRight), Format.Count(comparison.Test.OnlyFirst));
        table.AddRow("[bold]A wrong[/]", Format.Count(comparison.Test.OnlySecond), $"{Format.Count(comparison.BothWrong)} [grey]({Format.Count(comparison.SameMistake)} alike)[/]");
        return table;
    }

    private static IRenderable Pairs(ModelComparison comparison)
    {
        if (comparison.Disagreements.Count == 0) return Text.Empty;
        Table table = NewTable("images", "true class", "A says", "B says");
        foreach (Disagreement pair in comparison.Disagreements.Take(MostPairs))
            table.AddRow(Format.Count(pair.Images), Markup.Escape(pair.Label), Answer(pair.First, pair.Label), Answer(pair.Second, pair.Label));
        int left = comparison.Disagreements.Count - MostPairs;
        return left <= 0 ? table : new Rows(table, new Markup($"[grey]and {left} rarer ones; --json lists all[/]\n"));
    }

    private static string Answer(string answer, string label) => $"[{(answer == label ? "green" : "red")}]{Markup.Escape(answer)}[/]";

    private static Table NewTable(params string[] headers)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        foreach (string header in headers) table.AddColumn(new TableColumn($"[grey]{header}[/]").RightAligned());
        return table;
    }
}
