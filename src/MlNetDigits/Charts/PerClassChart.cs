namespace MlNetDigits.Charts;

/// <summary>Bars of each class's precision, recall and F1.</summary>
public sealed record PerClassChart
{
    /// <summary>The classes from the top.</summary>
    public required IReadOnlyList<ClassScores> Classes { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Precision, recall and F1 of each class".</value>
    public string Title { get; init; } = "Precision, recall and F1 of each class";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
