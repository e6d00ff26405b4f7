using MlNetDigits.Images;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets;

/// <summary>What the outermost pixels of images tell of the paper.</summary>
internal static class ImageBorder
{
    private const int Side = DigitNormalizer.Side;
    private const int Middle = 127;

    // Ink may reach the border here and there.
    private const double ShareOfBorder = 0.9, ShareOfImages = 0.95;

    /// <summary>The median of the outermost pixels, in order from dark to bright.</summary>
    public static byte Median(GrayImage image)
    {
        List<byte> border = Of(image.Pixels, image.Width, image.Height);
        border.Sort();
        return border[border.Count / 2];
    }

    /// <summary>What paper and ink are in a picture; any where the border is neither dark nor bright all around.</summary>
    public static ImagePolarity PolarityOf(GrayImage image) => PolarityOf(Of(image.Pixels, image.Width, image.Height));

    /// <summary>What nearly all images of 28×28 have, and none has otherwise.</summary>
    public static ImagePolarity PolarityOf(ReadOnlySpan<byte> images)
    {
        int count = images.Length / MnistView.PixelCount, bright = 0, dark = 0;
        for (int i = 0; i < count; i++)
        {
            ImagePolarity polarity = PolarityOf(Of(images.Slice(i * MnistView.PixelCount, MnistView.PixelCount), Side, Side));
            bright += polarity == ImagePolarity.BrightInk ? 1 : 0;
            dark += polarity == ImagePolarity.DarkInk ? 1 : 0;
        }

        return dark == 0 && bright >= Math.Max(1, ShareOfImages * count) ? ImagePolarity.BrightInk
            : bright == 0 && dark >= Math.Max(1, ShareOfImages * count) ? ImagePolarity.DarkInk : ImagePolarity.Any;
    }

    private static ImagePolarity PolarityOf(List<byte> border)
    {
        int bright = border.Count(pixel => pixel > Middle);
        return bright >= ShareOfBorder * border.Count ? ImagePolarity.DarkInk
            : bright <= (1 - ShareOfBorder) * border.Count ? ImagePolarity.BrightInk : ImagePolarity.Any;
    }

    private static List<byte> Of(ReadOnlySpan<byte> pixels, int width, int height)
    {
        List<byte> border = [.. pixels[..width], .. pixels[^width..]];
        for (int y = 0; y < height; y++)
        {
            border.Add(pixels[y * width]);
            border.Add(pixels[((y + 1) * width) - 1]);
        }

        return border;
    }
}
