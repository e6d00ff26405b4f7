namespace MlNetDigits.Web.Hosting;

/// <summary>How large a request may be.</summary>
public sealed record RequestLimits
{
    /// <summary>Gets the most bytes of a request's body.</summary>
    /// <value>Default 8 MiB; 4 KiB to 1 GiB.</value>
    public long MaximumBytes { get; init; } = 8 << 20;

    /// <summary>Gets the most pixels of an image, width times height, checked before decoding.</summary>
    /// <value>Default 16 million; 784 to 1,000 million.</value>
    public long MaximumPixels { get; init; } = 16_000_000;

    /// <summary>Gets the most images of a batch.</summary>
    /// <value>Default 256; 1 to 10,000.</value>
    public int MaximumBatch { get; init; } = 256;
}
