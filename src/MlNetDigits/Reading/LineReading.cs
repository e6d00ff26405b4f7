namespace MlNetDigits.Reading;

/// <summary>A line of digits that was read.</summary>
public sealed record LineReading
{
    /// <summary>The digits from left to right; with a pattern, its other characters too.</summary>
    public required string Text { get; init; }

    /// <summary>Probability of this text among all ways to read the line that were found, 0-1.</summary>
    public required float Confidence { get; init; }

    /// <summary>The digits with their boxes.</summary>
    public required IReadOnlyList<ReadDigit> Digits { get; init; }

    /// <summary>Where the line is: what its digits' boxes cover together.</summary>
    public InkBox Box => InkBox.Around(Digits.Select(digit => digit.Box));

    /// <summary>Other texts, from the likeliest on; those that length, pattern or checksum exclude are left out.</summary>
    public required IReadOnlyList<LineAlternative> Alternatives { get; init; }

    /// <summary>Whether length, pattern and checksum hold.</summary>
    /// <value>True where none is asked for.</value>
    public required bool IsValid { get; init; }
}
