using System.Runtime.InteropServices;
using MlNetDigits.Images.Libvips;
using NetVips;

namespace MlNetDigits.Tests.Images;

/// <summary>Encodes pixels with libvips, so that tests decode real files of every format.</summary>
internal static class Encoder
{
    /// <summary>Encodes interleaved pixels of 8 bits.</summary>
    /// <param name="format">File extension without a dot.</param>
    /// <param name="orientation">EXIF's, 1 to 8; 0 for none.</param>
    public static byte[] Encode(string format, int width, int height, int bands, byte[] pixels, bool cmyk = false, int orientation = 0) =>
        Encode(format, width, height, bands, pixels, Enums.BandFormat.Uchar, cmyk ? Enums.Interpretation.Cmyk : bands < 3 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb, orientation);

    /// <summary>Encodes interleaved pixels of 16 bits.</summary>
    public static byte[] Encode(string format, int width, int height, int bands, ushort[] pixels) =>
        Encode(format, width, height, bands, MemoryMarshal.AsBytes(pixels.AsSpan()).ToArray(), Enums.BandFormat.Ushort, bands < 3 ? Enums.Interpretation.Grey16 : Enums.Interpretation.Rgb16, 0);

    /// <summary>Encodes grey pixels of floats.</summary>
    public static byte[] Encode(string format, int width, int height, float[] pixels) =>
        Encode(format, width, height, 1, MemoryMarshal.AsBytes(pixels.AsSpan()).ToArray(), Enums.BandFormat.Float, Enums.Interpretation.Bw, 0);

    /// <summary>Encodes black and white as one bit a pixel.</summary>
    public static byte[] EncodeBits(string format, int width, int height, byte[] pixels) =>
        Use(width, height, 1, pixels, Enums.Interpretation.Bw, image => format == "png" ? image.PngsaveBuffer(bitdepth: 1) : image.TiffsaveBuffer(bitdepth: 1));

    /// <summary>Encodes red, green, blue and alpha as places in a palette.</summary>
    public static byte[] EncodePalette(string format, int width, int height, byte[] pixels) =>
        Use(width, height, 4, pixels, Enums.Interpretation.Srgb, image => format == "png" ? image.PngsaveBuffer(palette: true) : image.GifsaveBuffer());

    /// <summary>Encodes grey frames, which stand below each other, as an animation or as pages.</summary>
    public static byte[] EncodeFrames(string format, int width, int height, byte[] pixels) =>
        Use(width, pixels.Length / width, 1, pixels, Enums.Interpretation.Bw, image =>
        {
            using var paged = image.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", height));
            return paged.WriteToBuffer($".{format}");
        });

    private static byte[] Use(int width, int height, int bands, byte[] pixels, Enums.Interpretation interpretation, Func<Image, byte[]> encode)
    {
        VipsLibrary.EnsureStarted();
        using var plain = Image.NewFromMemory(pixels, width, height, bands, Enums.BandFormat.Uchar);
        using var image = plain.Copy(interpretation: interpretation);
        return encode(image);
    }

    private static byte[] Encode(string format, int width, int height, int bands, byte[] pixels, Enums.BandFormat sample, Enums.Interpretation interpretation, int orientation)
    {
        VipsLibrary.EnsureStarted();
        using var plain = Image.NewFromMemory(pixels, width, height, bands, sample);
        using var image = plain.Copy(interpretation: interpretation);
        using var turned = orientation == 0 ? image.Copy() : image.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", orientation));
        return turned.WriteToBuffer($".{format}");
    }
}
