using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;
using MlNetDigits.Training;

namespace MlNetDigits.Reports.Html;

/// <summary>The figures that sum the model up, with their intervals.</summary>
internal static class HeadlineSection
{
    public static ReportSection Create(EvaluationReport evaluation, EvaluationStatistics statistics)
    {
        int mistakes = evaluation.Images - (int)Math.Round(evaluation.MicroAccuracy * evaluation.Images);
        TopKAccuracy? second = statistics.TopK.FirstOrDefault(top => top.K == 2);
        Markup[] cards =
        [
            Card("Accuracy", Figures.Percent(evaluation.MicroAccuracy), Figures.PercentRange(statistics.Accuracy)),
            Card("Mistakes", Figures.Count(mistakes), $"of {Figures.Count(evaluation.Images, "image")}"),
            Card("Mean F1 of the classes", Figures.Percent(statistics.MacroF1.Estimate), Figures.PercentRange(statistics.MacroF1)),
            Card("Log-loss", Figures.Number(statistics.LogLoss.Estimate), Figures.Range(statistics.LogLoss)),
            second is null ? Markup.Empty : Card("Among the best two", Figures.Percent(second.Accuracy.Estimate), Figures.PercentRange(second.Accuracy)),
            CalibrationCard(statistics.Calibration),
            evaluation.Rejection is { } rejection ? RejectionCard(rejection) : Markup.Empty,
        ];
        return new ReportSection("figures", "Figures", Markup.Of($"""
            <dl class="cards">
            {cards}</dl>
            <p class="note">Ranges hold the true value with a confidence of {Figures.Percent(statistics.ConfidenceLevel, 0)}: Wilson’s interval for shares of images, {Figures.Count(statistics.BootstrapSamples)} bootstrap samples (seed {statistics.Seed}) for the rest.</p>
            {(evaluation.Notes ?? []).Select(note => Markup.Of($"<p class=\"note\">{note}</p>\n"))}
            """));
    }

    private static Markup CalibrationCard(CalibrationReport calibration) => Card(
        "Calibration error",
        Figures.Percent(calibration.Before.ExpectedCalibrationError),
        calibration.After is { } after ? $"{Figures.Percent(after.ExpectedCalibrationError)} after temperature scaling" : string.Empty);

    private static Markup RejectionCard(RejectionReport rejection) => Card(
        "Refused as no digit",
        rejection.DigitShare is { } digits ? Figures.Percent(digits) : "-",
        $"{Figures.Count(rejection.RefusedDigits)} of {Figures.Count(rejection.Digits, "digit")}{(rejection.OtherShare is { } others ? $"; {Figures.Percent(others)} of {Figures.Count(rejection.Others, "other image")}" : string.Empty)}");

    private static Markup Card(string name, string value, string detail) => Markup.Of($"""
        <div class="card"><dt>{name}</dt><dd><b>{value}</b><span>{detail}</span></dd></div>

        """);
}
