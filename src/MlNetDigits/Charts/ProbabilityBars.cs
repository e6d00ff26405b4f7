namespace MlNetDigits.Charts;

/// <summary>Bars of a prediction's most probable classes.</summary>
public sealed record ProbabilityBars
{
    /// <summary>Probabilities of all classes, 0 to 1, in the order of the labels.</summary>
    public required IReadOnlyList<double> Probabilities { get; init; }

    /// <summary>Names of the classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>How many classes are drawn, at least 1.</summary>
    /// <value>Default 3.</value>
    public int Top { get; init; } = 3;

    /// <summary>Place of the true class among the labels, whose bar gets another colour.</summary>
    /// <value>Default null: unknown.</value>
    public int? TrueLabel { get; init; }

    /// <summary>Text above the chart.</summary>
    /// <value>Default "Probabilities".</value>
    public string Title { get; init; } = "Probabilities";

    /// <summary>Draws the chart.</summary>
    /// <exception cref="ArgumentException">There are not as many probabilities as labels.</exception>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
