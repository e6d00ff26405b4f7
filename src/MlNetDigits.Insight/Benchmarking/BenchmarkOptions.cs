namespace MlNetDigits.Benchmarking;

/// <summary>What a benchmark measures, and for how long.</summary>
public sealed record BenchmarkOptions
{
    /// <summary>Name of the architecture.</summary>
    /// <value>Default <c>simple</c>.</value>
    public string Architecture { get; init; } = "simple";

    /// <summary>Threads of all contestants.</summary>
    /// <value>Default 0: one for each processor; at most 1024.</value>
    public int Threads { get; init; }

    /// <summary>Images for each training step.</summary>
    /// <value>Default 128; at least 1.</value>
    public int TrainingBatchSize { get; init; } = 128;

    /// <summary>Images of each training epoch.</summary>
    /// <value>Default 6,400; at least 1.</value>
    public int TrainingImages { get; init; } = 6_400;

    /// <summary>Images for each scoring call of the throughput measurement.</summary>
    /// <value>Default 256; at least 1.</value>
    public int InferenceBatchSize { get; init; } = 256;

    /// <summary>Turns of each contestant.</summary>
    /// <value>Default 15; at least 1. Training takes a third of it.</value>
    public int Rounds { get; init; } = 15;

    /// <summary>Time of one turn.</summary>
    /// <value>Default 80 ms; above 0.</value>
    public TimeSpan Window { get; init; } = TimeSpan.FromMilliseconds(80);

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        if (!Networks.Architectures.Architecture.Names.Contains(Architecture, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"There is no architecture '{Architecture}': use one of {string.Join(", ", Networks.Architectures.Architecture.Names)}.", nameof(Architecture));
        Require(Threads, 0, 1024, nameof(Threads));
        Require(TrainingBatchSize, 1, 60_000, nameof(TrainingBatchSize));
        Require(TrainingImages, 1, 1_000_000, nameof(TrainingImages));
        Require(InferenceBatchSize, 1, 60_000, nameof(InferenceBatchSize));
        Require(Rounds, 1, 10_000, nameof(Rounds));
        if (Window <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(Window), $"Window is {Window}, but must be above 0.");
    }

    private static void Require(int value, int minimum, int maximum, string name)
    {
        if (value < minimum || value > maximum)
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be from {minimum} to {maximum}."));
    }
}
