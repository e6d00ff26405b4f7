using NetVips;

namespace MlNetDigits.Images.Libvips;

/// <summary>The steps from an encoded image to grey pixels.</summary>
internal static class VipsDecoding
{
    /// <summary>Decodes; the message of an error names the image and the mend.</summary>
    public static GrayImage Decode(ReadOnlySpan<byte> encoded, string name, long maximumPixels)
    {
        VipsLibrary.EnsureStarted();
        var loader = Image.FindLoadBuffer(encoded);
        if (loader is null || loader.Contains("svg", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"'{name}' is not an image of a known format. Save it as PNG, JPEG, WebP, GIF or TIFF.");

        try
        {
            using var image = Image.NewFromBuffer(encoded, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            ImageLimits.CheckSize(image.Width, image.Height, name, maximumPixels);
            if (image.Interpretation is Enums.Interpretation.Multiband or Enums.Interpretation.Histogram or Enums.Interpretation.Matrix or Enums.Interpretation.Fourier)
                throw new InvalidDataException($"'{name}' has {image.Bands} channels of unknown meaning. Save it as grey, RGB or CMYK.");
            return ToGray(image);
        }
        catch (VipsException exception)
        {
            throw new InvalidDataException($"'{name}' is a damaged or cut-off image. Save it again.", exception);
        }
    }

    /// <summary>Takes the luminance of red, green, blue and perhaps alpha, 8 bits each.</summary>
    public static GrayImage FromRgb(int width, int height, int bands, byte[] pixels)
    {
        VipsLibrary.EnsureStarted();
        using var plain = Image.NewFromMemory(pixels, width, height, bands, Enums.BandFormat.Uchar);
        using var image = plain.Copy(interpretation: Enums.Interpretation.Srgb);
        return ToGray(image);
    }

    private static GrayImage ToGray(Image image)
    {
        using var luminance = image.Colourspace(Enums.Interpretation.Bw);
        using var bytes = luminance.Cast(Enums.BandFormat.Uchar);
        if (!IsTurned(image))
            return Flatten(bytes);

        // Turning reads rows out of order, which a loader cannot do.
        using var memory = bytes.CopyMemory();
        using var upright = memory.Autorot();
        return Flatten(upright);
    }

    private static bool IsTurned(Image image) => image.Contains("orientation") && image.Get("orientation") is int and >= 2 and <= 8;

    private static GrayImage Flatten(Image image) =>
        new(image.Width, image.Height, AlphaBlend.Flatten(image.WriteToMemory<byte>(), image.Bands));
}
