namespace MlNetDigits.Charts;

/// <summary>A scatter of images by two features, each class with a colour and a shape of its own.</summary>
/// <remarks>Each mark carries <c>data-index</c>, its point's place in the list, so that a page can react to clicks.</remarks>
public sealed record FeatureMap2D
{
    /// <summary>The points; those that are not finite are left out.</summary>
    public required IReadOnlyList<FeaturePoint> Points { get; init; }

    /// <summary>Names of the classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Text below the horizontal axis.</summary>
    /// <value>Default "component 1".</value>
    public string XLabel { get; init; } = "component 1";

    /// <summary>Text beside the vertical axis.</summary>
    /// <value>Default "component 2".</value>
    public string YLabel { get; init; } = "component 2";

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Map of the features".</value>
    public string Title { get; init; } = "Map of the features";

    /// <summary>Draws the chart.</summary>
    /// <exception cref="ArgumentException">A point's label is not among the labels.</exception>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
