namespace MlNetDigits.Images;

/// <summary>A picture of 8 bits per colour, red, green and blue interleaved.</summary>
public sealed class RgbImage
{
    /// <summary>Wraps pixels; the array is not copied.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">Rows from the top, each from the left, 3 bytes per pixel.</param>
    /// <exception cref="ArgumentException">The array does not hold 3 times width times height bytes.</exception>
    public RgbImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (3L * width * height != pixels.Length)
            throw new ArgumentException($"A coloured image of {width}x{height} has {3L * width * height} bytes, but {pixels.Length} were given.", nameof(pixels));

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Rows from the top, each from the left; red, green and blue of each pixel.</summary>
    public byte[] Pixels { get; }
}
