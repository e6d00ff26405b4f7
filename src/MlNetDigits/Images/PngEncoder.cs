using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Images;

/// <summary>Encodes pixels as PNG; equal pixels give equal bytes.</summary>
/// <remarks>Uses libvips. Safe to call from many threads at once.</remarks>
public static class PngEncoder
{
    /// <summary>Encodes a grey image with 8 bits per pixel.</summary>
    /// <param name="image">The image.</param>
    /// <returns>A whole PNG file.</returns>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public static byte[] Encode(GrayImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return VipsEncoding.EncodePng(image.Width, image.Height, 1, image.Pixels);
    }

    /// <summary>Encodes a coloured image with 24 bits per pixel.</summary>
    /// <param name="image">The image.</param>
    /// <returns>A whole PNG file.</returns>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public static byte[] Encode(RgbImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return VipsEncoding.EncodePng(image.Width, image.Height, 3, image.Pixels);
    }

    /// <summary>Writes an encoded PNG as an address that pages show without a file.</summary>
    /// <param name="png">A whole PNG file.</param>
    /// <returns>A data URI.</returns>
    public static string ToDataUri(ReadOnlySpan<byte> png) => $"data:image/png;base64,{Convert.ToBase64String(png)}";
}
