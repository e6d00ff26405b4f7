namespace MlNetDigits.Images;

/// <summary>Limits that protect a process from hostile images.</summary>
public sealed record ImageDecoderOptions
{
    /// <summary>Largest width times height, checked before any pixel is decoded.</summary>
    /// <value>Default 64 million; 1 to 1,000 million.</value>
    public long MaximumPixels { get; init; } = 64_000_000;

    /// <summary>Largest encoded size in bytes.</summary>
    /// <value>Default 64 MiB; 1 byte to 1 GiB.</value>
    public long MaximumBytes { get; init; } = 64 << 20;

    internal static ImageDecoderOptions Default { get; } = new();

    internal void Validate()
    {
        if (MaximumPixels is < 1 or > 1_000_000_000)
            throw new ArgumentOutOfRangeException(nameof(MaximumPixels), MaximumPixels, "MaximumPixels must be 1 to 1,000,000,000.");
        if (MaximumBytes is < 1 or > 1 << 30)
            throw new ArgumentOutOfRangeException(nameof(MaximumBytes), MaximumBytes, "MaximumBytes must be 1 to 1 GiB.");
    }
}
