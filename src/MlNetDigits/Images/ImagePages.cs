using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Images;

/// <summary>An encoded image whose pages are decoded one by one: a TIFF may have many, all else has one.</summary>
/// <remarks>It keeps the encoded bytes, and no pixels. Safe to use from many threads at once.</remarks>
public sealed class ImagePages
{
    private readonly ReadOnlyMemory<byte> _encoded;
    private readonly ImageDecoderOptions _options;
    private readonly Lazy<int> _count;

    private ImagePages(ReadOnlyMemory<byte> encoded, string name, ImageDecoderOptions options)
    {
        (_encoded, Name, _options) = (encoded, name, options);
        _count = new Lazy<int>(() => VipsDecoding.IsTiff(_encoded.Span) ? VipsDecoding.CountPages(_encoded.Span, Name) : 1);
    }

    /// <summary>What errors call the image.</summary>
    public string Name { get; }

    /// <summary>Number of pages; animations have one, their first frame.</summary>
    /// <exception cref="InvalidDataException">The image is damaged.</exception>
    public int Count => _count.Value;

    /// <summary>Reads an image file of any format that <see cref="ImageDecoder"/> knows, and decodes nothing yet.</summary>
    /// <param name="path">The file; its extension does not matter.</param>
    /// <param name="options">Limits of the file and of each page; default 64 megapixels and 64 MiB.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is empty or too long.</exception>
    public static ImagePages Open(string path, ImageDecoderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new InvalidDataException($"'{path}' is a folder, not an image. Name one file.");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        return Open(file, path, options);
    }

    /// <summary>Reads an encoded image from a stream to its end, and decodes nothing yet.</summary>
    /// <param name="stream">The encoded image.</param>
    /// <param name="name">What errors call the image.</param>
    /// <param name="options">Limits of the image and of each page; default 64 megapixels and 64 MiB.</param>
    /// <exception cref="InvalidDataException">The image is empty or too long.</exception>
    public static ImagePages Open(Stream stream, string name = "image", ImageDecoderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        options ??= ImageDecoderOptions.Default;
        options.Validate();
        ReadOnlyMemory<byte> encoded = ImageDecoder.ReadAll(stream, name, options.MaximumBytes);
        return encoded.IsEmpty ? throw new InvalidDataException($"'{name}' is empty. Save the image again.") : new ImagePages(encoded, name, options);
    }

    /// <summary>Decodes a page.</summary>
    /// <param name="page">Its place, from 0.</param>
    /// <exception cref="InvalidDataException">The page is no image, is damaged or exceeds a limit.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public GrayImage Decode(int page)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        if (page > 0)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(page, Count);
        return ImageDecoder.Decode(_encoded.Span, page == 0 ? Name : FormattableString.Invariant($"{Name}#{page + 1}"), _options, page);
    }
}
