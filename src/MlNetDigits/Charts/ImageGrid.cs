namespace MlNetDigits.Charts;

/// <summary>A contact sheet: images with captions in rows, under headings.</summary>
public sealed record ImageGrid
{
    /// <summary>The parts from the top.</summary>
    public required IReadOnlyList<ImageSection> Sections { get; init; }

    /// <summary>Width of the sheet in CSS pixels, at least 120.</summary>
    /// <value>Default 720.</value>
    public double Width { get; init; } = 720;

    /// <summary>Text above the sheet.</summary>
    public required string Title { get; init; }

    /// <summary>Draws the sheet.</summary>
    public SvgPicture Draw() => Unfinished.Draw(Title);
}
