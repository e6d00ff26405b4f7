using MlNetDigits.Networks.Training;

namespace MlNetDigits.Search;

/// <summary>How a search by successive halving runs.</summary>
public sealed record SearchOptions
{
    /// <summary>What is chosen from.</summary>
    /// <value>Default <see cref="SearchSpace"/>.</value>
    public SearchSpace Space { get; init; } = new();

    /// <summary>Candidates of the first rung.</summary>
    /// <value>Default 9; at least 2.</value>
    public int Candidates { get; init; } = 9;

    /// <summary>One of this many candidates goes on to the next rung, with this many times the images.</summary>
    /// <value>Default 3; at least 2.</value>
    public int Reduction { get; init; } = 3;

    /// <summary>Training images that a candidate of the first rung sees; costlier architectures see fewer.</summary>
    /// <value>Default 12,000; at least 1.</value>
    public int FirstRungImages { get; init; } = 12_000;

    /// <summary>The first candidate, such as the options in use.</summary>
    /// <value>Default null: drawn like the others.</value>
    public SearchCandidate? First { get; init; }

    /// <summary>What all candidates share: batch size, optimizer, label smoothing, seed, threads.</summary>
    /// <value>Default <see cref="TrainingOptions"/>; weight averages, which short trainings cannot use, are left out.</value>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Space);
        ArgumentNullException.ThrowIfNull(Training);
        Space.Validate();
        Require(Candidates, 2, nameof(Candidates));
        Require(Reduction, 2, nameof(Reduction));
        Require(FirstRungImages, 1, nameof(FirstRungImages));
    }

    /// <summary>Fits the number of candidates and their images into a time.</summary>
    /// <param name="time">Time of the whole search, above 0.</param>
    /// <param name="imagesPerSecond">Training speed of the first architecture, above 0.</param>
    /// <returns>These options with 27, 9 or 3 candidates and the images that the time allows.</returns>
    public SearchOptions Within(TimeSpan time, double imagesPerSecond)
    {
        if (time <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(time), $"The time is {time}, but must be above 0.");
        if (!(imagesPerSecond > 0)) throw new ArgumentOutOfRangeException(nameof(imagesPerSecond), FormattableString.Invariant($"The speed is {imagesPerSecond} images/s, but must be above 0."));

        // Nearly a third of the time goes to validation and augmentation.
        double images = 0.7 * time.TotalSeconds * imagesPerSecond;
        (int candidates, int rungs) = images / (27 * 3) >= 12_000 ? (27, 3) : images / (9 * 2) >= 2_000 ? (9, 2) : (3, 1);
        return this with { Candidates = candidates, Reduction = 3, FirstRungImages = (int)Math.Round(Math.Clamp(images / (candidates * rungs), 500, 10_000_000)) };
    }

    private static void Require(int value, int minimum, string name)
    {
        if (value < minimum) throw new ArgumentOutOfRangeException(name, $"{name} is {value}, but must be at least {minimum}.");
    }
}
