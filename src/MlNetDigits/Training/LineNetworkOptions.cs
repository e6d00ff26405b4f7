using MlNetDigits.Networks.Training;

namespace MlNetDigits.Training;

/// <summary>How a network that reads lines of digits is trained.</summary>
public sealed record LineNetworkOptions
{
    /// <summary>Gets the number of pictures to draw and to train on.</summary>
    /// <value>At least 100; default 100,000.</value>
    public int Pictures { get; init; } = 100_000;

    /// <summary>Gets the number of passes over the drawn lines.</summary>
    /// <value>At least 1; default 12.</value>
    public int Epoch { get; init; } = 12;

    /// <summary>Gets the share of MNIST's training digits that no line to train on is made of, for lines to validate with.</summary>
    /// <value>Above 0 and below 1; default 0.05.</value>
    public float ValidationSetFraction { get; init; } = 0.05f;

    /// <summary>Gets the seed of the drawing, the weights and the order.</summary>
    /// <value>Default 1; equal seeds give equal bits.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the number of threads.</summary>
    /// <value>Default 0: one for each processor; the number does not change the result.</value>
    public int Threads { get; init; }

    /// <summary>Gets the file that training can be resumed from, written after each epoch.</summary>
    /// <value>Default null: none.</value>
    public string? CheckpointPath { get; init; }

    /// <summary>Gets whether training goes on from <see cref="CheckpointPath"/> if it is there.</summary>
    /// <value>Default false.</value>
    public bool Resume { get; init; }

    /// <summary>Gets what is called after each epoch.</summary>
    /// <value>Default null.</value>
    public Action<EpochMetrics>? MetricsCallback { get; init; }

    /// <summary>Gets what is called about ten times a second.</summary>
    /// <value>Default null.</value>
    public Action<TrainingProgress>? ProgressCallback { get; init; }

    /// <summary>Gets what ends training at the next step, with the best weights so far.</summary>
    /// <value>Default none.</value>
    public CancellationToken CancellationToken { get; init; }

    internal void Validate()
    {
        if (Pictures < 100)
            throw new ArgumentOutOfRangeException(nameof(Pictures), $"{Pictures} pictures are too few to learn from; draw 100 at least.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Epoch, 1);
        if (!(ValidationSetFraction is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(ValidationSetFraction), FormattableString.Invariant($"The share for validation is {ValidationSetFraction}; give one above 0 and below 1."));
    }
}
