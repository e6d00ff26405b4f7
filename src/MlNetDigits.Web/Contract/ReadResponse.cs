using MlNetDigits.Reading;

namespace MlNetDigits.Web.Contract;

/// <summary>All digits of a picture.</summary>
public sealed record ReadResponse
{
    /// <summary>Name of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>All lines, parted by line breaks; empty when there is no digit.</summary>
    public required string Text { get; init; }

    /// <summary>The lines with their digits, from top to bottom.</summary>
    public required IReadOnlyList<LineReading> Lines { get; init; }

    /// <summary>Boxes of ink as large as a digit that is none.</summary>
    public required IReadOnlyList<InkBox> Others { get; init; }

    /// <summary>Pixels per row of the picture, which boxes count in.</summary>
    public required int Width { get; init; }

    /// <summary>Rows of the picture.</summary>
    public required int Height { get; init; }

    /// <summary>For an animated or paged image: its frames or pages, of which the first was read.</summary>
    public int? Frames { get; init; }
}
