using MlNetDigits.Images;
using MlNetDigits.Images.Candidates;
using MlNetDigits.Images.Normalization;

namespace MlNetDigits.Datasets;

/// <summary>Brings a picture into 28×28 pixels.</summary>
internal static class ImageFitting
{
    private const int Side = DigitNormalizer.Side;

    // Larger pictures are averaged down by whole blocks first.
    private const int WorkingSide = 800;

    private const int ImagesRecognized = 200;
    private const double ShareRecognized = 0.95;

    /// <summary>Fits a picture.</summary>
    /// <param name="image">A grey picture of any size.</param>
    /// <param name="form">How it is fitted.</param>
    /// <param name="name">What errors call the picture.</param>
    /// <returns>784 pixels, row-major.</returns>
    /// <exception cref="InvalidDataException">No digit is to be seen, or the size is wrong and must stay.</exception>
    public static byte[] Fit(GrayImage image, ImageForm form, string name)
    {
        if (form.Normalization == ImageNormalization.Digit)
            return Read(image, form, name).First.Pixels;
        image = Visible(image);
        if (form.Normalization == ImageNormalization.None)
            return image.Width == Side && image.Height == Side ? image.Pixels
                : throw new InvalidDataException($"'{name}' has {image.Width}x{image.Height} pixels, but without normalization 28x28 are needed. Resize it, or choose the normalization 'resize' or 'digit'.");
        byte[] pixels = image.Width == Side && image.Height == Side ? image.Pixels : Resize(image);
        return form.Polarity != ImagePolarity.Any && form.IsOpposite(ImageBorder.PolarityOf(image)) ? Invert(pixels) : pixels;
    }

    /// <summary>Finds the ways to read a picture; there is one alone where it is not normalized as a digit.</summary>
    /// <param name="image">A grey picture of any size.</param>
    /// <param name="form">How it is fitted.</param>
    /// <param name="name">What errors call the picture.</param>
    /// <exception cref="InvalidDataException">No digit is to be seen, or the size is wrong and must stay.</exception>
    public static DigitReadings Read(GrayImage image, ImageForm form, string name)
    {
        if (form.Normalization != ImageNormalization.Digit)
            return DigitReadings.Only(Fit(image, form, name));
        DigitReadings? readings = DigitNormalizer.Read(Visible(image));
        if (form.TakesBlanks && readings is null or { IsForeign: true })
            readings = DigitReadings.Only(new byte[Side * Side]);
        else if (readings is null)
            throw DigitNormalizer.NothingSeen(name);
        return form.Polarity == ImagePolarity.DarkInk ? readings.Select(Invert) : readings;
    }

    /// <summary>Tells which normalization makes pictures into images like these.</summary>
    /// <param name="pixels">Images of 28×28.</param>
    /// <returns><see cref="ImageNormalization.Digit"/> when they have MNIST's layout, else <see cref="ImageNormalization.Resize"/>.</returns>
    public static ImageNormalization Recognize(ReadOnlySpan<byte> pixels)
    {
        int count = pixels.Length / (Side * Side), looked = Math.Min(count, ImagesRecognized), alike = 0;
        for (int i = 0; i < looked; i++)
        {
            // From all over, for the first may be of one class.
            int image = (int)((long)i * count / looked);
            if (MnistStyle.TryTake(new GrayImage(Side, Side, pixels.Slice(image * Side * Side, Side * Side).ToArray())) is not null)
                alike++;
        }

        return alike >= ShareRecognized * looked ? ImageNormalization.Digit : ImageNormalization.Resize;
    }

    /// <summary>Makes ink of a mask's ones: a picture of 0 and 1 is black and white.</summary>
    private static GrayImage Visible(GrayImage image)
    {
        if (image.Pixels.AsSpan().ContainsAnyExceptInRange<byte>(0, 1) || image.Pixels.AsSpan().Count<byte>(1) < PixelScale.FewestInkPixels)
            return image;
        byte[] pixels = [.. image.Pixels];
        BinaryPixels.Apply(pixels);
        return new GrayImage(image.Width, image.Height, pixels);
    }

    private static byte[] Invert(byte[] pixels) => Array.ConvertAll(pixels, pixel => (byte)(255 - pixel));

    private static byte[] Resize(GrayImage image)
    {
        byte border = ImageBorder.Median(image);
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
}
