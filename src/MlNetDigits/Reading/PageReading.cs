namespace MlNetDigits.Reading;

/// <summary>All digits of a picture.</summary>
public sealed record PageReading
{
    /// <summary>Pixels per row of the picture.</summary>
    public required int Width { get; init; }

    /// <summary>Rows of the picture.</summary>
    public required int Height { get; init; }

    /// <summary>Lines with digits, from top to bottom.</summary>
    public required IReadOnlyList<LineReading> Lines { get; init; }

    /// <summary>Ink as large as a digit that is none.</summary>
    public required IReadOnlyList<InkBox> Others { get; init; }

    /// <summary>All lines, parted by line breaks; empty when there is no digit.</summary>
    public string Text => string.Join('\n', Lines.Select(line => line.Text));

    /// <summary>All digits in reading order.</summary>
    public IEnumerable<ReadDigit> Digits => Lines.SelectMany(line => line.Digits);
}
