namespace MlNetDigits.Web.Settings;

/// <summary>How large a request may be, how long it may take, and how many there may be at once.</summary>
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

    /// <summary>Gets the most requests that are answered at once.</summary>
    /// <value>Default 64; 1 to 100,000.</value>
    public int MaximumConcurrency { get; init; } = 64;

    /// <summary>Gets the most requests that wait for their turn; further ones are answered with 429.</summary>
    /// <value>Default 256; 0 to 100,000.</value>
    public int MaximumQueue { get; init; } = 256;

    /// <summary>Gets the most images that are decoded at once.</summary>
    /// <value>Default: the number of processors; 1 to 1,000.</value>
    public int MaximumDecoding { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets how long a request may take, its arrival included.</summary>
    /// <value>Default 30 seconds; 10 milliseconds to 1 hour.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets after how long a client that was refused may come again.</summary>
    /// <value>Default 1 second; 1 second to 1 hour.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    internal void Validate()
    {
        Check(nameof(MaximumBytes), MaximumBytes, 4 << 10, 1 << 30);
        Check(nameof(MaximumPixels), MaximumPixels, 784, 1_000_000_000);
        Check(nameof(MaximumBatch), MaximumBatch, 1, 10_000);
        Check(nameof(MaximumConcurrency), MaximumConcurrency, 1, 100_000);
        Check(nameof(MaximumQueue), MaximumQueue, 0, 100_000);
        Check(nameof(MaximumDecoding), MaximumDecoding, 1, 1_000);
        Check(nameof(Timeout), Timeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1));
        Check(nameof(RetryAfter), RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
    }

    private static void Check<T>(string name, T value, T least, T most)
        where T : IComparable<T> => Range.Check($"{DigitServiceOptions.Section}:{nameof(DigitServiceOptions.Limits)}:{name}", value, least, most);
}
