namespace MlNetDigits.Images;

/// <summary>A grey picture of 8 bits per pixel; 0 is black.</summary>
public sealed class GrayImage
{
    /// <summary>Wraps pixels; the array is not copied.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">Rows from the top, each from the left.</param>
    /// <exception cref="ArgumentException">The array does not hold width times height pixels.</exception>
    public GrayImage(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if ((long)width * height != pixels.Length)
            throw new ArgumentException($"An image of {width}x{height} has {(long)width * height} pixels, but {pixels.Length} were given.", nameof(pixels));

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Rows from the top, each from the left; 0 is black, 255 white.</summary>
    public byte[] Pixels { get; }

    /// <summary>Frames or pages of the file it was decoded from; this is the first.</summary>
    /// <value>Default 1.</value>
    public int Frames { get; init; } = 1;
}
