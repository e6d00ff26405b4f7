using MlNetDigits.Networks.Corruptions;

namespace MlNetDigits.Evaluation.Robustness;

/// <summary>How robustness is measured.</summary>
public sealed record RobustnessOptions
{
    /// <summary>Gets the seed of every damage.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the kinds of damage.</summary>
    /// <value>Default all; at least one.</value>
    public IReadOnlyList<Corruption> Corruptions { get; init; } = Enum.GetValues<Corruption>();

    /// <summary>Gets the probability that an interval holds the true accuracy.</summary>
    /// <value>Default 0.95; above 0 and below 1.</value>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>Gets the column of pixels that the model takes.</summary>
    /// <value>Default <c>Pixels</c>.</value>
    public string PixelsColumnName { get; init; } = Mnist.MnistView.PixelsColumn;

    /// <summary>Gets the column of probabilities that the model gives.</summary>
    /// <value>Default <c>Score</c>.</value>
    public string ScoreColumnName { get; init; } = "Score";

    /// <summary>Gets what is told of each kind of damage when it is done.</summary>
    /// <value>Default null: nothing.</value>
    public Action<RobustnessRow>? Progress { get; init; }

    /// <summary>Gets what stops the measurement.</summary>
    /// <value>Default: nothing.</value>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Checks all ranges.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public void Validate()
    {
        WilsonInterval.Quantile(ConfidenceLevel);
        if (Corruptions.Count == 0)
            throw new ArgumentException($"There is no corruption to measure: give at least one of {string.Join(", ", Enum.GetNames<Corruption>())}.", nameof(Corruptions));
    }
}
