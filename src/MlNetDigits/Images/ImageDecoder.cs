using MlNetDigits.Images.Bitmap;
using MlNetDigits.Images.Libvips;
using MlNetDigits.Images.Netpbm;

namespace MlNetDigits.Images;

/// <summary>Decodes PNG, JPEG, WebP, GIF, TIFF, BMP, PBM, PGM, PPM and PAM into grey pixels.</summary>
/// <remarks>
/// Uses libvips, and Skia for BMP. Safe to call from many threads at once. The first image sets libvips for the whole process:
/// no loaders of untrusted formats, no cache of operations, one thread per image.
/// </remarks>
public static class ImageDecoder
{
    /// <summary>Decodes an image file of any of these formats.</summary>
    /// <param name="path">The file; its extension does not matter.</param>
    /// <param name="options">Limits; default 64 megapixels and 64 MiB.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no image, is damaged or exceeds a limit.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public static GrayImage Decode(string path, ImageDecoderOptions? options = null) => ImagePages.Open(path, options).Decode(0);

    /// <summary>Decodes an image from a stream, which is read to its end.</summary>
    /// <param name="stream">The encoded image.</param>
    /// <param name="name">What errors call the image.</param>
    /// <param name="options">Limits; default 64 megapixels and 64 MiB.</param>
    /// <exception cref="InvalidDataException">The data is no image, is damaged or exceeds a limit.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public static GrayImage Decode(Stream stream, string name = "image", ImageDecoderOptions? options = null) => ImagePages.Open(stream, name, options).Decode(0);

    /// <summary>Decodes a page.</summary>
    /// <param name="encoded">The encoded image.</param>
    /// <param name="name">What errors call the image.</param>
    /// <param name="options">Limits.</param>
    /// <param name="page">The page of a TIFF, from 0; others have one.</param>
    internal static GrayImage Decode(ReadOnlySpan<byte> encoded, string name, ImageDecoderOptions options, int page) =>
        BitmapDecoding.IsBitmap(encoded) ? BitmapDecoding.Decode(encoded, name, options.MaximumPixels)
        : NetpbmDecoding.IsNetpbm(encoded) ? NetpbmDecoding.Decode(encoded, name, options.MaximumPixels)
        : VipsDecoding.Decode(encoded, name, options, page);

    /// <summary>Reads a stream to its end.</summary>
    internal static ReadOnlyMemory<byte> ReadAll(Stream stream, string name, long limit)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limit)
            throw TooLong(name, limit);

        var capacity = stream.CanSeek ? stream.Length - stream.Position + 1 : 1 << 16;
        var buffer = new byte[capacity];
        var length = 0;
        int read;
        while ((read = stream.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            if (length > limit)
                throw TooLong(name, limit);
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, 2L * length));
        }

        return buffer.AsMemory(0, length);
    }

    private static InvalidDataException TooLong(string name, long limit) =>
        new($"'{name}' is longer than {limit} bytes, the limit for an encoded image. Make the image smaller.");
}
