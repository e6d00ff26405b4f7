namespace MlNetDigits.Evaluation.Calibration;

/// <summary>Images that a temperature may be fitted on, or why there are none.</summary>
/// <param name="Images">Scores of validation images, which the model did not learn from; null for none.</param>
/// <param name="Description">What the images are, or the reason, as the end of a sentence.</param>
public sealed record CalibrationSource(ScoredImages? Images, string Description)
{
    /// <summary>Gets the source of an evaluation without validation images.</summary>
    public static CalibrationSource None { get; } = new(null, "no validation images were given");
}
