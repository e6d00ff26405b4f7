using MlNetDigits.Networks.Training;

namespace MlNetDigits.Charts;

/// <summary>The learning rate at the end of each epoch.</summary>
public sealed record LearningRateCurve
{
    /// <summary>The epochs; those of an ensemble's members follow each other or are mixed.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Learning rate".</value>
    public string Title { get; init; } = "Learning rate";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
