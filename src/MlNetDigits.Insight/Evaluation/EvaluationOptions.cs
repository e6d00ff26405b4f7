namespace MlNetDigits.Evaluation;

/// <summary>How the statistics of an evaluation are computed.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Gets the probability that an interval holds the true value.</summary>
    /// <value>Default 0.95; above 0 and below 1.</value>
    public double ConfidenceLevel { get; init; } = 0.95;

    /// <summary>Gets the number of resamples of the bootstrap.</summary>
    /// <value>Default 1000; at least 100.</value>
    public int BootstrapSamples { get; init; } = 1000;

    /// <summary>Gets the seed of the bootstrap.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gets the largest k of the top-k accuracies.</summary>
    /// <value>Default 5; fewer where there are fewer classes; at least 1.</value>
    public int TopK { get; init; } = 5;

    /// <summary>Gets the number of equally wide bins of confidence.</summary>
    /// <value>Default 15, as Guo et al. (2017) use; at least 1.</value>
    public int CalibrationBins { get; init; } = 15;

    /// <summary>Checks all ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public void Validate()
    {
        WilsonInterval.Quantile(ConfidenceLevel);
        Require(BootstrapSamples, 100, nameof(BootstrapSamples));
        Require(TopK, 1, nameof(TopK));
        Require(CalibrationBins, 1, nameof(CalibrationBins));
    }

    private static void Require(int value, int minimum, string name)
    {
        if (value < minimum)
            throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be at least {minimum}."));
    }
}
