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

    private static byte[] Encode(string format, int width, int height, int bands, byte[] pixels, Enums.BandFormat sample, Enums.Interpretation interpretation, int orientation)
    {
        VipsLibrary.EnsureStarted();
        using var plain = Image.NewFromMemory(pixels, width, height, bands, sample);
        using var image = plain.Copy(interpretation: interpretation);
        using var turned = orientation == 0 ? image.Copy() : image.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", orientation));
        return turned.WriteToBuffer($".{format}");
    }
}
