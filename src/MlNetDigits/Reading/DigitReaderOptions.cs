using MlNetDigits.Reading.Constraints;

namespace MlNetDigits.Reading;

/// <summary>What is known of the numbers of a picture, and how many ways to read them are told.</summary>
public sealed record DigitReaderOptions
{
    /// <summary>Stands for any digit in a <see cref="Pattern"/>.</summary>
    public const char AnyDigit = 'd';

    private const int MostLength = 1000;
    private const int MostAlternatives = 20;

    /// <summary>Digits of every line.</summary>
    /// <value>Default null: any number; 1 to 1000.</value>
    public int? Length { get; init; }

    /// <summary>What every line is like, such as <c>dd.dd.dddd</c>: <c>d</c> is any digit, digits stand for themselves, and all else is put into the text.</summary>
    /// <value>Default null: anything.</value>
    public string? Pattern { get; init; }

    /// <summary>Rule that the last digit of every line follows.</summary>
    /// <value>Default <see cref="NumberChecksum.None"/>.</value>
    public NumberChecksum Checksum { get; init; }

    /// <summary>Other texts that are told for each line, at most.</summary>
    /// <value>Default 4; 0 to 20.</value>
    public int Alternatives { get; init; } = 4;

    internal void Validate()
    {
        if (Length is < 1 or > MostLength)
            throw new ArgumentOutOfRangeException(nameof(Length), Length, $"Length is {Length}, but a line has 1 to {MostLength} digits; leave it out for any number.");
        if (Alternatives is < 0 or > MostAlternatives)
            throw new ArgumentOutOfRangeException(nameof(Alternatives), Alternatives, $"Alternatives is {Alternatives}, but must be 0 to {MostAlternatives}.");
        if (!Enum.IsDefined(Checksum))
            throw new ArgumentOutOfRangeException(nameof(Checksum), Checksum, $"There is no checksum {Checksum}: use {string.Join(", ", Enum.GetNames<NumberChecksum>())}.");
        if (Pattern is null)
            return;
        int digits = Pattern.Count(LineConstraint.IsPlace);
        if (digits is 0 or > MostLength)
            throw new ArgumentException($"Pattern is '{Pattern}', which has {digits} digits, but must have 1 to {MostLength}: write {AnyDigit} for each, as in dd.dd.dddd.", nameof(Pattern));
        if (Length is { } length && length != digits)
            throw new ArgumentException($"Length is {length}, but the pattern '{Pattern}' has {digits} digits; give one of both.", nameof(Length));
    }
}
