using NetVips;

namespace MlNetDigits.Images.Libvips;

/// <summary>The steps from an encoded image to grey pixels.</summary>
internal static class VipsDecoding
{
    /// <summary>Whether data begins as a TIFF or BigTIFF of either byte order.</summary>
    public static bool IsTiff(ReadOnlySpan<byte> encoded) => encoded.Length > 4 && encoded[..4] is [(byte)'I', (byte)'I', 42 or 43, 0] or [(byte)'M', (byte)'M', 0, 42 or 43];

    /// <summary>Counts the pages of a TIFF by their headers.</summary>
    public static int CountPages(ReadOnlySpan<byte> encoded, string name)
    {
        VipsLibrary.EnsureStarted();
        try
        {
            using var first = Image.NewFromBuffer(encoded, access: Enums.Access.Sequential);
            return Frames(first);
        }
        catch (VipsException exception)
        {
            throw Damaged(name, exception);
        }
    }

    /// <summary>Decodes; the message of an error names the image and the mend.</summary>
    public static GrayImage Decode(ReadOnlySpan<byte> encoded, string name, ImageDecoderOptions options, int page)
    {
        VipsLibrary.EnsureStarted();
        var loader = Image.FindLoadBuffer(encoded);
        if (loader is null || loader.Contains("svg", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException($"'{name}' is not an image of a known format. Save it as PNG, JPEG, WebP, GIF or TIFF.");

        try
        {
            using var whole = Load(encoded, page == 0 ? null : new VOption { { "page", page } });
            ImageLimits.CheckSize(whole.Width, whole.Height, name, options.MaximumPixels);
            var shrink = loader.Contains("jpeg", StringComparison.OrdinalIgnoreCase) ? Shrink(Math.Max(whole.Width, whole.Height), options.SufficientSide) : 1;
            using var image = shrink == 1 ? whole : Load(encoded, new VOption { { "shrink", shrink } });
            if (image.Interpretation is Enums.Interpretation.Multiband or Enums.Interpretation.Histogram or Enums.Interpretation.Matrix or Enums.Interpretation.Fourier)
                throw new InvalidDataException($"'{name}' has {image.Bands} channels of unknown meaning. Save it as grey, RGB or CMYK.");
            return ToGray(image) is var gray && Frames(image) is > 1 and var frames ? new GrayImage(gray.Width, gray.Height, gray.Pixels) { Frames = frames } : gray;
        }
        catch (VipsException exception)
        {
            throw Damaged(name, exception);
        }
    }

    private static Image Load(ReadOnlySpan<byte> encoded, VOption? further) =>
        Image.NewFromBuffer(encoded, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error, kwargs: further);

    private static InvalidDataException Damaged(string name, VipsException exception) => new($"'{name}' is a damaged or cut-off image. Save it again.", exception);

    /// <summary>By how much a JPEG may be decoded smaller: its cosines give an eighth, a quarter or a half for less than the whole.</summary>
    private static int Shrink(int side, int? sufficient) => sufficient is not { } least ? 1 : side >= 8L * least ? 8 : side >= 4L * least ? 4 : side >= 2L * least ? 2 : 1;

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
        using var bytes = ToBytes(image);
        if (!IsTurned(image))
            return Flatten(bytes);

        // Turning reads rows out of order, which a loader cannot do.
        using var memory = bytes.CopyMemory();
        using var upright = memory.Autorot();
        return Flatten(upright);
    }

    private static Image ToBytes(Image image)
    {
        using var luminance = image.Format switch
        {
            Enums.BandFormat.Ushort => Narrow(image),
            Enums.BandFormat.Float or Enums.BandFormat.Double => Widen(image),
            _ => image.Colourspace(Enums.Interpretation.Bw),
        };
        return luminance.Cast(Enums.BandFormat.Uchar);
    }

    /// <summary>Takes the luminance of 16 bits, of which colours may leave the upper ones empty; alpha never does.</summary>
    private static Image Narrow(Image image)
    {
        using var luminance = image.Colourspace(Enums.Interpretation.Grey16);
        // Its largest sample must be known before the first is scaled.
        using var memory = luminance.CopyMemory();
        using var grey = memory.ExtractBand(0);
        double[] scales = [1.0 / (1 << (SampleDepth.Of((int)grey.Max()) - 8)), .. Enumerable.Repeat(1.0 / 256, memory.Bands - 1)];
        return memory.Linear(scales, new double[scales.Length]);
    }

    /// <summary>Takes the luminance of floats, whose white is 1 or 255.</summary>
    private static Image Widen(Image image)
    {
        if (image.Interpretation == Enums.Interpretation.Scrgb)
            return image.Colourspace(Enums.Interpretation.Bw);
        using var memory = image.CopyMemory();
        using var scaled = memory.Linear([memory.Max() <= 1 ? byte.MaxValue : 1], [0]);
        using var meant = scaled.Copy(interpretation: image.Interpretation);
        return meant.Colourspace(Enums.Interpretation.Bw);
    }

    private static int Frames(Image image) => image.Contains("n-pages") && image.Get("n-pages") is int pages ? pages : 1;

    private static bool IsTurned(Image image) => image.Contains("orientation") && image.Get("orientation") is int and >= 2 and <= 8;

    private static GrayImage Flatten(Image image) =>
        new(image.Width, image.Height, AlphaBlend.Flatten(image.WriteToMemory<byte>(), image.Bands));
}
