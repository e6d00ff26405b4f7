namespace MlNetDigits.Mnist;

/// <summary>Digits kept as bytes.</summary>
public sealed class MnistView
{
    /// <summary>Pixels of one image: 28 rows of 28.</summary>
    public const int PixelCount = 784;

    private readonly byte[] _pixels;
    private readonly byte[] _labels;

    /// <summary>Wraps images and labels; the arrays are not copied.</summary>
    /// <param name="pixels">Images one after the other, 784 bytes each, row-major, 0 is background.</param>
    /// <param name="labels">The digit of each image, 0-9.</param>
    /// <exception cref="ArgumentException">Lengths do not match or a label exceeds 9.</exception>
    public MnistView(byte[] pixels, byte[] labels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        if (pixels.Length != (long)labels.Length * PixelCount)
            throw new ArgumentException($"{labels.Length} labels need {(long)labels.Length * PixelCount} pixels, but {pixels.Length} were given.", nameof(pixels));
        var wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        if (wrong >= 0)
            throw new ArgumentException($"Label {labels[wrong]} at index {wrong} is not a digit. Labels are 0 to 9.", nameof(labels));

        _pixels = pixels;
        _labels = labels;
    }

    /// <summary>Number of digits.</summary>
    public int Count => _labels.Length;

    /// <summary>All pixels, 784 bytes per digit, 0-255.</summary>
    public ReadOnlyMemory<byte> Pixels => _pixels;

    /// <summary>The digits, 0-9, one byte each.</summary>
    public ReadOnlyMemory<byte> Labels => _labels;
}
