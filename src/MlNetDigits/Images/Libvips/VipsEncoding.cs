namespace MlNetDigits.Images.Libvips;

/// <summary>The steps from pixels to an encoded image.</summary>
internal static unsafe class VipsEncoding
{
    private const int UnsignedByte = 0, BlackAndWhite = 1, StandardRgb = 22;

    /// <summary>Encodes interleaved pixels of 8 bits; 1 band is grey, 3 are red, green and blue.</summary>
    public static byte[] EncodePng(int width, int height, int bands, byte[] pixels)
    {
        VipsLibrary.EnsureStarted();
        fixed (byte* data = pixels)
        {
            using var plain = new VipsImage(VipsNative.NewImage(data, (nuint)pixels.Length, width, height, bands, UnsignedByte));
            using var copy = new VipsOperation("copy\0"u8);
            using var image = copy
                .Set("in\0"u8, plain)
                .Set("interpretation\0"u8, VipsNative.InterpretationType(), bands == 1 ? BlackAndWhite : StandardRgb)
                .Run()
                .Image("out\0"u8);
            return SavePng(image);
        }
    }

    /// <summary>Renders an SVG document as PNG.</summary>
    public static byte[] RenderSvg(byte[] svg, double scale)
    {
        VipsLibrary.EnsureStarted();
        fixed (byte* data = svg)
        {
            using var load = new VipsOperation("svgload_buffer\0"u8);
            using var image = load
                .Set("buffer\0"u8, data, (nuint)svg.Length)
                .Set("scale\0"u8, scale)
                .Set("unlimited\0"u8, true)
                .Run()
                .Image("out\0"u8);
            using var flatten = new VipsOperation("flatten\0"u8);
            using var opaque = flatten.Set("in\0"u8, image).Run().Image("out\0"u8);
            return SavePng(opaque);
        }
    }

    /// <summary>Encodes an image as PNG.</summary>
    private static byte[] SavePng(VipsImage image)
    {
        using var save = new VipsOperation("pngsave_buffer\0"u8);
        return save.Set("in\0"u8, image).Run().Bytes("buffer\0"u8);
    }
}
