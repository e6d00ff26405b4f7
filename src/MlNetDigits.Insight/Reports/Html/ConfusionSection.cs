using MlNetDigits.Charts;
using MlNetDigits.Evaluation;

namespace MlNetDigits.Reports.Html;

/// <summary>The confusion matrix as a grid of buttons; a cell shows its images.</summary>
internal static class ConfusionSection
{
    /// <summary>Steps of strength of a cell's colour.</summary>
    private const int Levels = 10;

    public static ReportSection Create(EvaluationReport evaluation, IReadOnlyList<string> names)
    {
        int[][] counts = evaluation.Confusion;
        int largest = counts.SelectMany((row, truth) => row.Where((_, recognized) => recognized != truth)).DefaultIfEmpty(0).Max();
        bool isLong = names.Any(name => name.Length > 2);
        return new ReportSection("confusion", "Confusion matrix", Markup.Of($"""
            <p id="confusion-help">Rows are the true class, columns the recognized one; each cell has its count and its percentage of the row. Choose a cell, by pointer or by arrow keys, to see its images.</p>
            <div class="explorer"><div class="scroll">
            <table class="confusion{(names.Count > 16 ? " many" : "")}{(isLong ? " long" : "")}" role="grid" aria-labelledby="confusion-title" aria-describedby="confusion-help">
            <thead><tr><th class="corner" scope="col">true</th>{names.Select(name => Markup.Of($"<th scope=\"col\" title=\"{name}\"><span>{name}</span></th>"))}</tr></thead>
            <tbody>
            {counts.Select((row, truth) => Row(row, truth, names, largest))}</tbody></table></div>
            <div class="panel" id="cell" aria-live="polite"><p class="none">Choose a cell to see its images.</p></div></div>

            """));
    }

    public static ConfusionMatrixChart Chart(EvaluationReport evaluation, IReadOnlyList<string> names) => new() { Counts = evaluation.Confusion, Labels = names };

    private static Markup Row(int[] row, int truth, IReadOnlyList<string> names, int largest)
    {
        int sum = row.Sum();
        return Markup.Of($"<tr><th scope=\"row\" title=\"{names[truth]}\"><span>{names[truth]}</span></th>{row.Select((count, recognized) => Cell(count, sum, truth, recognized, names, largest))}</tr>\n");
    }

    private static Markup Cell(int count, int sum, int truth, int recognized, IReadOnlyList<string> names, int largest)
    {
        bool isHit = truth == recognized;
        double share = sum == 0 ? double.NaN : (double)count / sum;
        int level = count == 0 ? 0 : isHit ? Math.Max(1, (int)Math.Round(share * Levels)) : (int)Math.Ceiling(Math.Log(1 + count) / Math.Log(1 + largest) * Levels);
        string label = $"{names[truth]} recognized as {names[recognized]}: {Figures.Count(count, "image")}{(count == 0 ? "" : $", {Figures.Percent(share, 1)}")}";
        return Markup.Of($"""
            <td><button type="button" class="{(isHit ? "good" : "bad")} l{level}" tabindex="-1" aria-label="{label}" title="{label}" data-true="{truth}" data-predicted="{recognized}" data-count="{count}">{(count == 0 ? Markup.Empty : Markup.Of($"<b>{count}</b><small>{share * 100:F1}</small>"))}</button></td>
            """);
    }
}
