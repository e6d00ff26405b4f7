using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Datasets;

/// <summary>Brings a picture into 28×28 pixels.</summary>
public static class ImageFitting
{
    private const int Side = DigitNormalizer.Side;

    // Larger pictures are averaged down by whole blocks first.
    private const int WorkingSide = 800;

    private const int ImagesRecognized = 200;
    private const double ShareRecognized = 0.95;

    /// <summary>Decodes an image file and fits it.</summary>
    /// <param name="path">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM.</param>
    /// <param name="normalization">How it is fitted.</param>
    /// <returns>784 pixels, row-major.</returns>
    /// <exception cref="InvalidDataException">The file is no image, or cannot be fitted so.</exception>
    public static byte[] Load(string path, ImageNormalization normalization) => Fit(ImageDecoder.Decode(path), normalization, path);

    /// <summary>Fits a picture.</summary>
    /// <param name="image">A grey picture of any size.</param>
    /// <param name="normalization">How it is fitted.</param>
    /// <param name="name">What errors call the picture.</param>
    /// <returns>784 pixels, row-major.</returns>
    /// <exception cref="InvalidDataException">No digit is to be seen, or the size is wrong and must stay.</exception>
    public static byte[] Fit(GrayImage image, ImageNormalization normalization, string name)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (normalization == ImageNormalization.Digit)
            return DigitNormalizer.Normalize(image) ?? throw new InvalidDataException($"'{name}' shows no digit: nothing stands out from its background. Give an image with one clear digit.");
        if (image.Width == Side && image.Height == Side)
            return image.Pixels;
        return normalization == ImageNormalization.Resize ? Resize(image)
            : throw new InvalidDataException($"'{name}' has {image.Width}x{image.Height} pixels, but without normalization 28x28 are needed. Resize it, or choose the normalization 'resize' or 'digit'.");
    }

    /// <summary>Tells which normalization makes pictures into images like these.</summary>
    /// <param name="pixels">Images of 28×28, of which the first are looked at.</param>
    /// <returns><see cref="ImageNormalization.Digit"/> when they have MNIST's layout, else <see cref="ImageNormalization.Resize"/>.</returns>
    internal static ImageNormalization Recognize(ReadOnlySpan<byte> pixels)
    {
        int count = Math.Min(pixels.Length / (Side * Side), ImagesRecognized), alike = 0;
        for (int i = 0; i < count; i++)
        {
            if (MnistStyle.TryTake(new GrayImage(Side, Side, pixels.Slice(i * Side * Side, Side * Side).ToArray())) is not null)
                alike++;
        }

        return alike >= ShareRecognized * count ? ImageNormalization.Digit : ImageNormalization.Resize;
    }

    private static byte[] Resize(GrayImage image)
    {
        byte border = Border(image);
        image = Resampling.Reduce(image, WorkingSide);
        double scale = (double)Side / Math.Max(image.Width, image.Height);
        int width = Math.Max(1, (int)Math.Round(image.Width * scale)), height = Math.Max(1, (int)Math.Round(image.Height * scale));
        float[] cells = Resampling.Average(Array.ConvertAll(image.Pixels, pixel => (float)pixel), image.Width, 0, 0, image.Width, image.Height, width, height);
        var target = new byte[Side * Side];
        Array.Fill(target, border);
        int left = (Side - width) / 2, top = (Side - height) / 2;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                target[((top + y) * Side) + left + x] = (byte)Math.Clamp(MathF.Round(cells[(y * width) + x]), 0, 255);
        }

        return target;
    }

    /// <summary>The median of the outermost pixels.</summary>
    private static byte Border(GrayImage image)
    {
        ReadOnlySpan<byte> pixels = image.Pixels;
        List<byte> border = [.. pixels[..image.Width], .. pixels[^image.Width..]];
        for (int y = 0; y < image.Height; y++)
        {
            border.Add(pixels[y * image.Width]);
            border.Add(pixels[((y + 1) * image.Width) - 1]);
        }

        border.Sort();
        return border[border.Count / 2];
    }
}
