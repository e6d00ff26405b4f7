using System.Globalization;
using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Reading;

namespace MlNetDigits.Charts;

/// <summary>A picture with a box around each digit that was read, and the digit above it.</summary>
public sealed record ReadingPicture
{
    // Letters, lines and room above the picture, as shares of a digit's height.
    private const double LetterShare = 0.45, LineShare = 0.03;

    // Larger pictures are drawn smaller.
    private const int LongestSide = 1600;

    // From this confidence on a box is of the colour of the sure ones.
    private const float Sure = 0.9f;

    /// <summary>The picture that was read.</summary>
    public required GrayImage Image { get; init; }

    /// <summary>What was read.</summary>
    public required PageReading Reading { get; init; }

    /// <summary>Draws picture, boxes and digits, one CSS pixel for each of the picture's, or for a block of a large one's.</summary>
    /// <exception cref="ArgumentException">The reading is of a picture of another size.</exception>
    public SvgPicture Draw()
    {
        if ((Reading.Width, Reading.Height) != (Image.Width, Image.Height))
            throw new ArgumentException($"The picture has {Image.Width}x{Image.Height} pixels, but a picture of {Reading.Width}x{Reading.Height} was read; give the one that was read.");
        GrayImage image = Resampling.Reduce(Image, LongestSide);
        double scale = (double)image.Width / Image.Width, height = Reading.Digits.Select(digit => digit.Box.Height * scale).DefaultIfEmpty(24).Average();
        double size = Math.Clamp(height * LetterShare, 9, 96), line = Math.Clamp(height * LineShare, 1, 8), top = size * 1.5;
        var canvas = new SvgCanvas(image.Width, image.Height + top);
        canvas.Add("image", ("x", 0), ("y", top), ("width", image.Width), ("height", image.Height), ("href", PngEncoder.ToDataUri(PngEncoder.Encode(image))));
        foreach (InkBox box in Reading.Others)
            Frame(canvas, box, scale, top, line, ChartColours.Muted);
        foreach (ReadDigit digit in Reading.Digits)
        {
            string colour = digit.Confidence >= Sure ? ChartColours.Good : ChartColours.Bad;
            Frame(canvas, digit.Box, scale, top, line, colour);
            canvas.Text((digit.Box.X + (digit.Box.Width / 2.0)) * scale, top + (digit.Box.Y * scale) - (size * 0.2), digit.Digit.ToString(CultureInfo.InvariantCulture), "middle", size, isBold: true, colour);
        }

        return new SvgPicture(canvas, "Digits that were read", Reading.Text.Replace('\n', ' '));
    }

    private static void Frame(SvgCanvas canvas, InkBox box, double scale, double top, double line, string colour) => canvas.Add(
        "rect",
        ("x", (box.X * scale) - line), ("y", top + (box.Y * scale) - line), ("width", (box.Width * scale) + (2 * line)), ("height", (box.Height * scale) + (2 * line)),
        ("fill", "none"), ("stroke", colour), ("stroke-width", line));
}
