namespace MlNetDigits.Reading;

/// <summary>A digit that was read, and where it is.</summary>
public sealed record ReadDigit
{
    /// <summary>The digit, 0-9.</summary>
    public required int Digit { get; init; }

    /// <summary>Probability that the ink is this digit, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>Probability of each digit 0-9, given that the ink is one.</summary>
    public required IReadOnlyList<float> Scores { get; init; }

    /// <summary>Where its ink is.</summary>
    public required InkBox Box { get; init; }
}
