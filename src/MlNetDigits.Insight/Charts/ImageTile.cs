using MlNetDigits.Images;

namespace MlNetDigits.Charts;

/// <summary>One image of a grid, embedded as PNG.</summary>
public sealed record ImageTile
{
    private ImageTile(byte[] png, int width, int height, string caption, string? tooltip) =>
        (Png, Width, Height, Caption, Tooltip) = (png, width, height, caption, tooltip);

    /// <summary>Takes a grey image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="caption">Text below it; empty for none.</param>
    /// <param name="tooltip">What pointing at it shows; null shows the caption.</param>
    public ImageTile(GrayImage image, string caption = "", string? tooltip = null)
        : this(PngEncoder.Encode(image), image.Width, image.Height, caption, tooltip)
    {
    }

    /// <summary>Takes a coloured image, such as <see cref="ColourMap"/> makes.</summary>
    /// <param name="image">The image.</param>
    /// <param name="caption">Text below it; empty for none.</param>
    /// <param name="tooltip">What pointing at it shows; null shows the caption.</param>
    public ImageTile(RgbImage image, string caption = "", string? tooltip = null)
        : this(PngEncoder.Encode(image), image.Width, image.Height, caption, tooltip)
    {
    }

    /// <summary>Gets the encoded image.</summary>
    public byte[] Png { get; }

    /// <summary>Gets the image's pixels per row.</summary>
    public int Width { get; }

    /// <summary>Gets the image's number of rows.</summary>
    public int Height { get; }

    /// <summary>Gets the text below the image.</summary>
    public string Caption { get; }

    /// <summary>Gets lines below the caption: a name at the left, cut where it is too long, and a value at the right.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>Gets what pointing at the image shows; null shows the caption.</summary>
    public string? Tooltip { get; }
}
