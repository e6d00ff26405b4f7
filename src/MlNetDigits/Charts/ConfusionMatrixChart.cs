namespace MlNetDigits.Charts;

/// <summary>A heat map of true labels against recognized ones, with counts and percent of the row.</summary>
/// <remarks>
/// Each cell is a <c>g</c> of class <c>cell</c> with <c>data-true</c>, <c>data-predicted</c> (places of the labels, from 0) and
/// <c>data-count</c>, so that a page can react to clicks.
/// </remarks>
public sealed record ConfusionMatrixChart
{
    /// <summary>Counts: rows are the true class, columns the recognized one.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    /// <summary>Names of the classes in the order of the rows.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Confusion matrix".</value>
    public string Title { get; init; } = "Confusion matrix";

    /// <summary>Draws the chart.</summary>
    /// <exception cref="ArgumentException">The counts are not a square of as many rows as labels.</exception>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
