namespace MlNetDigits.Charts;

/// <summary>Accuracy against confidence, before and after calibration, with the expected calibration error.</summary>
/// <remarks>As in C. Guo et al., "On Calibration of Modern Neural Networks" (arXiv:1706.04599, 2017), figure 4.</remarks>
public sealed record ReliabilityDiagram
{
    /// <summary>One to three curves, such as before and after temperature scaling.</summary>
    public required IReadOnlyList<ReliabilityCurve> Curves { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Reliability".</value>
    public string Title { get; init; } = "Reliability";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
