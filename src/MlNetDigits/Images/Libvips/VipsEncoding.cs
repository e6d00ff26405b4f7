using NetVips;

namespace MlNetDigits.Images.Libvips;

/// <summary>The steps from pixels to an encoded image.</summary>
internal static class VipsEncoding
{
    /// <summary>Encodes interleaved pixels of 8 bits; 1 band is grey, 3 are red, green and blue.</summary>
    public static byte[] EncodePng(int width, int height, int bands, byte[] pixels)
    {
        VipsLibrary.EnsureStarted();
        using var plain = Image.NewFromMemory(pixels, width, height, bands, Enums.BandFormat.Uchar);
        using var image = plain.Copy(interpretation: bands == 1 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
        return image.PngsaveBuffer();
    }

    /// <summary>Renders an SVG document as PNG.</summary>
    public static byte[] RenderSvg(byte[] svg, double scale)
    {
        VipsLibrary.EnsureStarted();
        using var image = Image.SvgloadBuffer(svg, scale: scale, unlimited: true);
        using var opaque = image.Flatten();
        return opaque.PngsaveBuffer();
    }
}
