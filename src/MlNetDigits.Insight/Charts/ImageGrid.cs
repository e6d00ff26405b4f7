using System.Xml.Linq;
using MlNetDigits.Charts.Fonts;
using MlNetDigits.Images;

namespace MlNetDigits.Charts;

/// <summary>A contact sheet: images with captions in rows, under headings.</summary>
/// <remarks>Each image is a <c>g</c> of class <c>tile</c> with <c>data-section</c> and <c>data-index</c>, places from 0.</remarks>
public sealed record ImageGrid
{
    private const double Top = 44, Gap = 8, HeadingHeight = 24, CaptionHeight = 15, CaptionSize = 11, DetailHeight = 13, DetailSize = 10, SectionGap = 10;

    /// <summary>The parts from the top.</summary>
    public required IReadOnlyList<ImageSection> Sections { get; init; }

    /// <summary>Width of the sheet in CSS pixels, at least 120.</summary>
    /// <value>Default 720.</value>
    public double Width { get; init; } = 720;

    /// <summary>Text above the sheet.</summary>
    public required string Title { get; init; }

    /// <summary>Draws the sheet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width or a section's tile size is too small.</exception>
    public SvgPicture Draw()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 120);
        foreach (ImageSection section in Sections) ArgumentOutOfRangeException.ThrowIfLessThan(section.TileSize, 8, nameof(section.TileSize));
        var canvas = new SvgCanvas(Width, Top + Sections.Sum(Height) + SectionGap);
        canvas.Heading(Title);
        double top = Top;
        for (int i = 0; i < Sections.Count; i++)
        {
            DrawSection(canvas, i, top);
            top += Height(Sections[i]);
        }

        string description = string.Join(" ", Sections.Select(section => $"{(section.Heading.Length == 0 ? "" : section.Heading + ": ")}{ChartText.Count(section.Tiles.Count, "image")}."));
        return new SvgPicture(canvas, Title, description);
    }

    private int Columns(ImageSection section) => Math.Max(1, (int)((Width - 2 * SvgCanvas.Margin + Gap) / (section.TileSize + Gap)));

    private static double RowHeight(ImageSection section) => section.TileSize + Gap + (section.Tiles.Any(tile => tile.Caption.Length > 0) ? CaptionHeight : 0)
        + DetailHeight * section.Tiles.Select(tile => tile.Details.Count).DefaultIfEmpty(0).Max();

    private double Height(ImageSection section) =>
        (section.Heading.Length > 0 ? HeadingHeight : 0) + (section.Tiles.Count + Columns(section) - 1) / Columns(section) * RowHeight(section) + SectionGap;

    private void DrawSection(SvgCanvas canvas, int number, double top)
    {
        ImageSection section = Sections[number];
        if (section.Heading.Length > 0)
        {
            canvas.Label(SvgCanvas.Margin, top + 15, section.Heading, (Width - 2 * SvgCanvas.Margin) * 0.92).SetAttributeValue("font-weight", "bold");
            top += HeadingHeight;
        }

        int columns = Columns(section);
        for (int i = 0; i < section.Tiles.Count; i++)
        {
            ImageTile tile = section.Tiles[i];
            double x = SvgCanvas.Margin + i % columns * (section.TileSize + Gap), y = top + i / columns * RowHeight(section);
            XElement group = canvas.Add("g", ("class", "tile"), ("data-section", number), ("data-index", i));
            if ((tile.Tooltip ?? tile.Caption) is { Length: > 0 } tooltip) group.WithTooltip(tooltip);
            group.Add(Pictures(tile, x, y, section.TileSize));
            if (tile.Caption.Length > 0) group.Add(Caption(tile.Caption, x + section.TileSize / 2, y + section.TileSize + 12, section.TileSize + Gap - 2));
            double baseLine = y + section.TileSize + (tile.Caption.Length > 0 ? CaptionHeight : 0) + DetailSize;
            foreach ((int line, (string name, string value)) in tile.Details.Index())
                group.Add(Detail(name, value, x, baseLine + line * DetailHeight, section.TileSize));
        }
    }

    /// <summary>The image, and a border for those whose edge has the paper's colour.</summary>
    private static XElement[] Pictures(ImageTile tile, double x, double y, double size)
    {
        double scale = size / Math.Max(tile.Width, tile.Height), width = tile.Width * scale, height = tile.Height * scale;
        (x, y) = (x + (size - width) / 2, y + (size - height) / 2);
        return
        [
            SvgCanvas.Create("image", ("x", x), ("y", y), ("width", width), ("height", height),
                ("href", PngEncoder.ToDataUri(tile.Png)), ("preserveAspectRatio", "none"), ("style", "image-rendering:pixelated")),
            SvgCanvas.Create("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", "none"), ("stroke", ChartColours.Grid)),
        ];
    }

    private static XElement[] Detail(string name, string value, double x, double y, double width)
    {
        XElement left = SvgCanvas.Create("text", ("x", x), ("y", y), ("font-size", DetailSize), ("fill", ChartColours.Muted));
        left.Add(ChartFont.Regular.Shorten(name, DetailSize, width - ChartFont.Regular.Room(value, DetailSize) - 2));
        XElement right = SvgCanvas.Create("text", ("x", x + width), ("y", y), ("text-anchor", "end"), ("font-size", DetailSize), ("fill", ChartColours.Muted));
        right.Add(value);
        return [left, right];
    }

    private static XElement Caption(string text, double x, double y, double width)
    {
        XElement caption = SvgCanvas.Create("text", ("x", x), ("y", y), ("text-anchor", "middle"), ("font-size", CaptionSize));
        caption.Add(ChartFont.Regular.Shorten(text, CaptionSize, width));
        return caption;
    }
}
