using MlNetDigits.Networks.Training;

namespace MlNetDigits.Charts;

/// <summary>Loss and accuracy over the epochs of a training, with the chosen epoch marked.</summary>
public sealed record TrainingCurves
{
    /// <summary>The epochs; those of an ensemble's members follow each other or are mixed.</summary>
    public required IReadOnlyList<EpochMetrics> Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, by the number of the member.</summary>
    /// <value>Default null: each member's last epoch that was the best so far.</value>
    public IReadOnlyDictionary<int, int>? Chosen { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Loss and accuracy".</value>
    public string Title { get; init; } = "Loss and accuracy";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
