using Microsoft.ML.Data;
using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Images;

/// <summary>Takes pictures from ML.NET's image transforms.</summary>
public static class MLImageExtensions
{
    private const int Channels = 4;

    /// <summary>Takes the luminance of a picture, as <see cref="ImageDecoder"/> takes that of a file; the picture stays as it is.</summary>
    /// <param name="image">A picture that is not disposed; who made it disposes it.</param>
    /// <returns>8 bits per pixel, transparency laid on the background that the ink stands out from.</returns>
    /// <exception cref="InvalidOperationException">The picture was disposed.</exception>
    public static GrayImage ToGrayImage(this MLImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        byte[] pixels = image.Pixels.ToArray();
        bool isBlueFirst = image.PixelFormat == MLPixelFormat.Bgra32;
        for (int at = 0; at < pixels.Length; at += Channels)
        {
            if (isBlueFirst)
                (pixels[at], pixels[at + 2]) = (pixels[at + 2], pixels[at]);
            Unpremultiply(pixels.AsSpan(at, Channels));
        }

        return VipsDecoding.FromRgb(image.Width, image.Height, Channels, pixels);
    }

    /// <summary>Normalizes the digit in a picture; errors call it by its tag, which is its path if it was loaded from a file.</summary>
    /// <exception cref="InvalidDataException">No digit is to be seen.</exception>
    internal static byte[] ToDigit(this MLImage image) => DigitNormalizer.NormalizeNamed(image.ToGrayImage(), image.Tag ?? "image");

    /// <summary>ML.NET keeps colours multiplied by their alpha.</summary>
    private static void Unpremultiply(Span<byte> pixel)
    {
        int alpha = pixel[Channels - 1];
        if (alpha is 0 or byte.MaxValue)
            return;
        foreach (ref byte colour in pixel[..^1])
            colour = (byte)Math.Min(byte.MaxValue, ((colour * byte.MaxValue) + (alpha / 2)) / alpha);
    }
}
