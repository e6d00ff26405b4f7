using MlNetDigits.Charts;
using MlNetDigits.Evaluation;

namespace MlNetDigits.Reports.Html;

/// <summary>Precision, recall, F1 and support of each class.</summary>
internal static class ClassSection
{
    public static PerClassChart Chart(EvaluationStatistics statistics) => new()
    {
        Classes = [.. statistics.Classes.Select(entry => new ClassScores(entry.Name, entry.Precision.Estimate, entry.Recall.Estimate, entry.F1.Estimate, entry.Support))],
    };

    public static ReportSection Create(EvaluationStatistics statistics) => new("classes", "Classes", Markup.Of($"""
        <p>Precision is the share of the images recognized as a class that are of it; recall, the share of a class’s images that were recognized; F1, the harmonic mean of both. Support counts a class’s images.</p>
        <div class="scroll" role="group" aria-label="Figures of each class" tabindex="0"><table class="figures">
        <thead><tr><th scope="col">class</th><th scope="col">precision</th><th scope="col">recall</th><th scope="col">F1</th><th scope="col">support</th></tr></thead>
        <tbody>
        {statistics.Classes.Select(Row)}</tbody></table></div>
        {ChartBox.Of(Chart(statistics).Draw())}
        """));

    private static Markup Row(ClassStatistics entry) => Markup.Of($"""
        <tr><th scope="row">{entry.Name}</th>{Cell(entry.Precision)}{Cell(entry.Recall)}{Cell(entry.F1)}<td>{Figures.Count(entry.Support)}</td></tr>

        """);

    private static Markup Cell(ConfidenceInterval share) => Markup.Of($"<td>{Figures.Percent(share.Estimate)} <small>{Figures.PercentRange(share, 1)}</small></td>");
}
