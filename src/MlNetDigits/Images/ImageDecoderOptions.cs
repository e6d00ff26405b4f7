namespace MlNetDigits.Images;

/// <summary>Limits that protect a process from hostile images, and how large an image must be.</summary>
public sealed record ImageDecoderOptions
{
    /// <summary>Largest width times height, checked before any pixel is decoded.</summary>
    /// <value>Default 64 million; 1 to 1,000 million.</value>
    public long MaximumPixels { get; init; } = 64_000_000;

    /// <summary>Largest encoded size in bytes.</summary>
    /// <value>Default 64 MiB; 1 byte to 1 GiB.</value>
    public long MaximumBytes { get; init; } = 64 << 20;

    /// <summary>Longer side, in pixels, that suffices: a JPEG that stays as large is decoded at a half, quarter or eighth of its size, which is faster.</summary>
    /// <value>Default null: every image keeps its size; at least 1.</value>
    public int? SufficientSide { get; init; }

    /// <summary>The default limits, and JPEGs no larger than it takes to read a digit: 1,600 pixels at least.</summary>
    public static ImageDecoderOptions ForDigits { get; } = new() { SufficientSide = 2 * DigitNormalizer.WorkingSide };

    internal static ImageDecoderOptions Default { get; } = new();

    internal void Validate()
    {
        if (SufficientSide < 1)
            throw new ArgumentOutOfRangeException(nameof(SufficientSide), SufficientSide, "SufficientSide must be at least 1, or null to keep the size of every image.");
        if (MaximumPixels is < 1 or > 1_000_000_000)
            throw new ArgumentOutOfRangeException(nameof(MaximumPixels), MaximumPixels, "MaximumPixels must be 1 to 1,000,000,000.");
        if (MaximumBytes is < 1 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(MaximumBytes), MaximumBytes, "MaximumBytes must be 1 to 1 GiB.");
    }
}
