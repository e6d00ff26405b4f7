namespace MlNetDigits.Mnist;

/// <summary>Where MNIST comes from and how a download behaves.</summary>
public sealed record MnistOptions
{
    /// <summary>Folder with the four IDX files, raw or gzipped.</summary>
    /// <value>Default <see langword="null"/>: MNIST_DIR, the checkout's data/mnist, the user's cache, then a download.</value>
    public string? Folder { get; init; }

    /// <summary>Folder that downloads are kept in and taken from.</summary>
    /// <value>Default <see langword="null"/>: mlnet-digits/mnist in the user's cache folder.</value>
    public string? CacheFolder { get; init; }

    /// <summary>Whether missing files may be downloaded into the cache.</summary>
    /// <value>Default <see langword="true"/>.</value>
    public bool Download { get; init; } = true;

    /// <summary>Addresses of folders with the gzipped files, tried in order.</summary>
    /// <value>Default: two public storage buckets.</value>
    public IReadOnlyList<Uri> Mirrors { get; init; } =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
    ];

    /// <summary>How often one mirror is tried for one file.</summary>
    /// <value>Default 3; at least 1. A broken download goes on where it stopped.</value>
    public int AttemptsPerMirror { get; init; } = 3;

    /// <summary>Longest silence of a mirror before it counts as broken.</summary>
    /// <value>Default 30 seconds; more than zero.</value>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before the second attempt; it doubles with each further one.</summary>
    /// <value>Default half a second; not negative.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Client that downloads; it is not disposed.</summary>
    /// <value>Default <see langword="null"/>: one made for the download.</value>
    public HttpClient? HttpClient { get; init; }

    /// <summary>Receives the bytes received so far during a download.</summary>
    /// <value>Default <see langword="null"/>.</value>
    public IProgress<MnistProgress>? Progress { get; init; }

    internal void Validate()
    {
        if (Folder is { Length: 0 })
            throw new ArgumentException("MnistOptions.Folder is empty. Name a folder, or leave it null to search the usual places.", nameof(Folder));
        if (CacheFolder is { Length: 0 })
            throw new ArgumentException("MnistOptions.CacheFolder is empty. Name a folder, or leave it null for the user's cache.", nameof(CacheFolder));
        ArgumentNullException.ThrowIfNull(Mirrors);
        if (Download && Mirrors.Count == 0)
            throw new ArgumentException("MnistOptions.Mirrors is empty. Name at least one, or set Download to false.", nameof(Mirrors));
        if (Mirrors.FirstOrDefault(mirror => mirror is null || !mirror.IsAbsoluteUri || mirror.Scheme is not ("http" or "https")) is { } wrong)
            throw new ArgumentException($"MnistOptions.Mirrors has '{wrong}'. A mirror is an absolute http or https address of a folder.", nameof(Mirrors));
        if (AttemptsPerMirror < 1)
            throw new ArgumentOutOfRangeException(nameof(AttemptsPerMirror), AttemptsPerMirror, "AttemptsPerMirror must be at least 1.");
        if (StallTimeout <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(StallTimeout), StallTimeout, "StallTimeout must be more than zero.");
        if (RetryDelay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(RetryDelay), RetryDelay, "RetryDelay must not be negative.");
    }
}
