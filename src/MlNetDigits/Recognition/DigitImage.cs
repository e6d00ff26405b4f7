using System.Numerics.Tensors;
using Microsoft.ML.Data;
using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Images.Candidates;
using MlNetDigits.Mnist;

namespace MlNetDigits.Recognition;

/// <summary>One digit to recognize, as ML.NET's input row.</summary>
public sealed class DigitImage
{
    private Lazy<IReadOnlyList<DigitImage>>? _alternatives;

    /// <summary>784 raw pixels, row-major, 0 (paper) to 255 (ink).</summary>
    /// <value>Default: an empty sheet.</value>
    [VectorType(MnistView.PixelCount)]
    public float[] Pixels { get; set; } = new float[MnistView.PixelCount];

    /// <summary>Other ways to read the picture that this was made of, without ink that may not be the digit's.</summary>
    /// <value>Empty for pixels; looked for when first asked. A model that tells what is no digit chooses among all.</value>
    [NoColumn]
    public IReadOnlyList<DigitImage> Alternatives => _alternatives?.Value ?? [];

    /// <summary>Share of the picture that the ink covers, where this was made of one.</summary>
    [NoColumn]
    internal float Ink { get; private init; }

    /// <summary>Takes pixels that are already in MNIST's form.</summary>
    /// <param name="pixels">784 bytes, row-major, 0 (paper) to 255 (ink).</param>
    /// <exception cref="ArgumentException">There are not 784 pixels.</exception>
    public static DigitImage FromPixels(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != MnistView.PixelCount)
            throw new ArgumentException($"An image has 784 pixels (28x28), but {pixels.Length} were given. Normalize it with DigitNormalizer first.", nameof(pixels));
        var image = new DigitImage();
        for (var i = 0; i < pixels.Length; i++)
            image.Pixels[i] = pixels[i];
        return image;
    }

    /// <summary>Decodes an image file and brings it into the form of a model's images.</summary>
    /// <param name="path">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM of any size.</param>
    /// <param name="form">The form, such as <see cref="IDigitRecognizer.Form"/>; default null: a digit as in MNIST.</param>
    /// <param name="options">Limits of decoding; default 64 megapixels, and JPEGs no larger than needed.</param>
    /// <exception cref="InvalidDataException">The file is no image, shows no digit, or cannot be brought into the form.</exception>
    public static DigitImage Load(string path, ImageForm? form = null, ImageDecoderOptions? options = null) =>
        FromImage(ImageDecoder.Decode(path, options ?? ImageDecoderOptions.ForDigits), form, path);

    /// <summary>Decodes an image from a stream and brings it into the form of a model's images.</summary>
    /// <param name="stream">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM of any size.</param>
    /// <param name="name">What errors call the image.</param>
    /// <param name="form">The form, such as <see cref="IDigitRecognizer.Form"/>; default null: a digit as in MNIST.</param>
    /// <param name="options">Limits of decoding; default 64 megapixels, and JPEGs no larger than needed.</param>
    /// <exception cref="InvalidDataException">The data is no image, shows no digit, or cannot be brought into the form.</exception>
    public static DigitImage Load(Stream stream, string name = "image", ImageForm? form = null, ImageDecoderOptions? options = null) =>
        FromImage(ImageDecoder.Decode(stream, name, options ?? ImageDecoderOptions.ForDigits), form, name);

    /// <summary>Brings a picture into the form of a model's images.</summary>
    /// <param name="image">A grey picture of any size.</param>
    /// <param name="form">The form, such as <see cref="IDigitRecognizer.Form"/>; default null: a digit as in MNIST.</param>
    /// <param name="name">What errors call the picture.</param>
    /// <exception cref="InvalidDataException">The picture shows no digit, or cannot be brought into the form.</exception>
    public static DigitImage FromImage(GrayImage image, ImageForm? form = null, string name = "image")
    {
        ArgumentNullException.ThrowIfNull(image);
        DigitReadings readings = ImageFitting.Read(image, form ?? new ImageForm(), name);
        DigitImage first = FromReading(readings.First);
        first._alternatives = new Lazy<IReadOnlyList<DigitImage>>(() => [.. readings.Others.Select(FromReading)]);
        return first;
    }

    /// <summary>Normalizes the digit in a picture of ML.NET's image transforms; the picture is not disposed.</summary>
    /// <param name="image">The picture; errors call it by its tag, which is its path if it was loaded from a file.</param>
    /// <exception cref="InvalidDataException">The picture shows no digit.</exception>
    public static DigitImage FromImage(MLImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return FromImage(image.ToGrayImage(), name: image.Tag ?? "image");
    }

    private static DigitImage FromReading(DigitReading reading) => new() { Ink = reading.Ink, Pixels = Array.ConvertAll(reading.Pixels, pixel => (float)pixel) };

    /// <summary>Checks length, range and scale of the pixels.</summary>
    /// <param name="image">The image, whose batch index is told if there is one.</param>
    /// <param name="index">Place in a batch, or null.</param>
    internal static void Validate(DigitImage? image, int? index = null)
    {
        ValidateRange(image, index);
        if (PixelScale.IsUnit(image!.Pixels))
            throw new ArgumentOutOfRangeException(nameof(image), FormattableString.Invariant($"{Name(index)} has pixels of 0 to 1, of which {TensorPrimitives.Max<float>(image.Pixels)} is the largest; pixels are 0 (paper) to 255 (ink). Multiply them by 255."));
    }

    /// <summary>Checks length and range of the pixels, which also those of 0 to 1 keep.</summary>
    /// <param name="image">The image, whose batch index is told if there is one.</param>
    /// <param name="index">Place in a batch, or null.</param>
    internal static void ValidateRange(DigitImage? image, int? index = null)
    {
        if (image is null)
            throw index is null ? new ArgumentNullException(nameof(image)) : new ArgumentException($"{Name(index)} is null. Leave it out.", nameof(image));
        if (image.Pixels is null || image.Pixels.Length != MnistView.PixelCount)
            throw new ArgumentException($"{Name(index)} has {image.Pixels?.Length ?? 0} pixels, but 784 (28x28) are needed. Normalize it with DigitNormalizer first.", nameof(image));

        ReadOnlySpan<float> pixels = image.Pixels;
        // Minimum and maximum are NaN where a pixel is, and negated comparisons fail then.
        if (!(TensorPrimitives.Min(pixels) >= 0 && TensorPrimitives.Max(pixels) <= 255))
        {
            var at = pixels.IndexOfAnyExceptInRange(0, 255);
            throw new ArgumentOutOfRangeException(nameof(image), FormattableString.Invariant($"{Name(index)} has {pixels[at]} at pixel {at}; pixels are 0 (paper) to 255 (ink). Scale or mend the pixels."));
        }
    }

    private static string Name(int? index) => index is null ? "The image" : FormattableString.Invariant($"Image {index} of the batch");
}
