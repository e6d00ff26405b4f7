namespace MlNetDigits.Charts;

/// <summary>Accuracy over strengths for many corruptions, a small chart each.</summary>
public sealed record RobustnessCurves
{
    /// <summary>The corruptions in order.</summary>
    public required IReadOnlyList<RobustnessCurve> Curves { get; init; }

    /// <summary>Accuracy on images as they are, drawn at strength 0, 0 to 1.</summary>
    /// <value>Default null: strength 0 is left out.</value>
    public double? CleanAccuracy { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Accuracy under corruptions".</value>
    public string Title { get; init; } = "Accuracy under corruptions";

    /// <summary>Draws the chart.</summary>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
