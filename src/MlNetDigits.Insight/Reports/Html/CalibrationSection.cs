using System.Globalization;
using MlNetDigits.Charts;
using MlNetDigits.Evaluation.Calibration;

namespace MlNetDigits.Reports.Html;

/// <summary>How far probabilities are to be believed, before and after temperature scaling.</summary>
internal static class CalibrationSection
{
    public static ReliabilityDiagram Chart(CalibrationReport calibration) => new()
    {
        Curves = calibration.After is { } after
            ? [Curve("before temperature scaling", calibration.Before), Curve("after temperature scaling", after)]
            : [Curve("the model’s probabilities", calibration.Before)],
    };

    public static ReportSection Create(CalibrationReport calibration) => new("calibration", "Calibration", Markup.Of($"""
        <p>Of images recognized with a confidence of 90 %, nine in ten should be right: points on the diagonal are calibrated, below it the model is too sure. The expected calibration error (ECE) is the mean distance from the diagonal, weighted by images. {Scaling(calibration)}</p>
        {ChartBox.Of(Chart(calibration).Draw())}{Table(calibration)}
        """));

    private static Markup Scaling(CalibrationReport calibration) => calibration is { After: not null, Temperature: { } temperature }
        ? Markup.Of($"Dividing all logits by a temperature of <b>{temperature:F3}</b>, fitted on {calibration.FittedOn}, changes no answer.")
        : Markup.Of($"No temperature was fitted: {calibration.FittedOn}.");

    private static Markup Table(CalibrationReport calibration)
    {
        Reliability? after = calibration.After;
        return Markup.Of($"""
            <table class="figures narrow">
            <thead><tr><th scope="col"></th><th scope="col">{(after is null ? "value" : "before")}</th>{(after is null ? Markup.Empty : Markup.Of($"<th scope=\"col\">after</th>"))}</tr></thead>
            <tbody>
            {Row("expected calibration error", Percent, calibration.Before.ExpectedCalibrationError, after?.ExpectedCalibrationError)}{Row("largest calibration error of a bin", Percent, calibration.Before.MaximumCalibrationError, after?.MaximumCalibrationError)}{Row("log-loss", Loss, calibration.Before.LogLoss, after?.LogLoss)}</tbody></table>

            """);
    }

    private static string Percent(double share) => Figures.Percent(share);

    private static string Loss(double loss) => loss.ToString("F4", CultureInfo.InvariantCulture);

    private static Markup Row(string name, Func<double, string> format, double before, double? after) => Markup.Of($"""
        <tr><th scope="row">{name}</th><td>{format(before)}</td>{(after is { } value ? Markup.Of($"<td>{format(value)}</td>") : Markup.Empty)}</tr>

        """);

    private static ReliabilityCurve Curve(string name, Reliability reliability) => new(
        name,
        [.. reliability.Bins.Select(bin => new ReliabilityPoint(bin.Lower, bin.Upper, bin.Confidence, bin.Accuracy, bin.Images))],
        reliability.ExpectedCalibrationError);
}
