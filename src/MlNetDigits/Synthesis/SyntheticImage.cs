using MlNetDigits.Images;
using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Synthesis;

/// <summary>A drawn picture and what is known about it.</summary>
public sealed record SyntheticImage
{
    /// <summary>The picture with the colours of paper and pen.</summary>
    public required RgbImage Picture { get; init; }

    /// <summary>Name of what is to be seen, which names the class of a training.</summary>
    /// <value>The text, or the kind in lower case for non-digits, such as <c>letter</c>.</value>
    public required string Label { get; init; }

    /// <summary>The digits in reading order; spaces part groups, line breaks part lines.</summary>
    /// <value>Empty for non-digits.</value>
    public required string Text { get; init; }

    /// <summary>A box for each digit of the text, in its order; neighbours' boxes may overlap.</summary>
    public required IReadOnlyList<DigitBox> Digits { get; init; }

    /// <summary>The writing alone at its place in the picture, ink 255 on 0, without paper, light and camera.</summary>
    public required GrayImage Writing { get; init; }

    /// <summary>Whose ink each pixel has: of which digit from 1, or 0; of texts alone.</summary>
    internal ushort[] Owners { get; init; } = [];

    /// <summary>What it shows that is no digit.</summary>
    /// <value>Null where digits are to be read.</value>
    public NonDigit? NonDigit { get; init; }

    /// <summary>What the paper has besides the writing.</summary>
    public required PaperStyle Paper { get; init; }

    /// <summary>How light falls on it.</summary>
    public required Lighting Lighting { get; init; }

    /// <summary>What it is written with.</summary>
    public required Pen Pen { get; init; }

    /// <summary>Whether ink is lighter than paper.</summary>
    public required bool IsLightOnDark { get; init; }

    /// <summary>Takes the picture's luminance, as decoding its file does.</summary>
    /// <returns>8 bits per pixel; 0 is black.</returns>
    public GrayImage ToGray() => VipsDecoding.FromRgb(Picture.Width, Picture.Height, 3, Picture.Pixels);
}
