using System.Text.Json.Serialization;

namespace MlNetDigits.Evaluation.Calibration;

/// <summary>How far confidences are to be believed, before and after temperature scaling.</summary>
/// <param name="Before">Reliability of the model's own probabilities.</param>
/// <param name="FittedOn">What the temperature was fitted on, or why it was not.</param>
/// <param name="Temperature">The fitted temperature; null without validation images.</param>
/// <param name="After">Reliability at that temperature; null without it.</param>
public sealed record CalibrationReport(
    Reliability Before,
    string FittedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Temperature = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Reliability? After = null)
{
    /// <summary>Measures the calibration, and fits a temperature where there are validation images.</summary>
    /// <param name="images">The images to report on.</param>
    /// <param name="source">Validation images of the same model, or why there are none.</param>
    /// <param name="bins">Equally wide bins of confidence. <value>15</value></param>
    /// <returns>The report.</returns>
    public static CalibrationReport Create(ScoredImages images, CalibrationSource source, int bins = 15)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(source);
        Reliability before = Reliability.Of(images, bins);
        if (source.Images is not { } validation) return new CalibrationReport(before, source.Description);
        TemperatureScaling scaling = TemperatureScaling.Fit(validation);
        return new CalibrationReport(before, source.Description, scaling.Temperature, Reliability.Of(scaling.Apply(images), bins));
    }
}
