using MathNet.Numerics.Distributions;

namespace MlNetDigits.Evaluation;

/// <summary>Wilson's score interval of a share, sound for small samples and shares near 1.</summary>
/// <remarks>Source: Wilson, "Probable inference, the law of succession, and statistical inference", 1927.</remarks>
public static class WilsonInterval
{
    /// <summary>Computes the interval of a share without continuity correction.</summary>
    /// <param name="successes">Trials that succeeded, such as images recognized.</param>
    /// <param name="trials">All trials.</param>
    /// <param name="level">Probability to hold the true share. <value>0.95</value></param>
    /// <returns>Share and range within 0 to 1; NaN for no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are more successes than trials, or the level is not inside 0 to 1.</exception>
    public static ConfidenceInterval Of(int successes, int trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double z = Quantile(level);
        if (trials == 0) return new ConfidenceInterval(double.NaN, double.NaN, double.NaN);
        double share = (double)successes / trials, spread = z * z / trials;
        double centre = (share + (spread / 2)) / (1 + spread);
        double half = z / (1 + spread) * Math.Sqrt((share * (1 - share) / trials) + (spread / (4 * trials)));
        return new ConfidenceInterval(share, successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }

    /// <summary>The normal quantile that cuts off half of what the level leaves out.</summary>
    internal static double Quantile(double level) => level is > 0 and < 1
        ? Normal.InvCDF(0, 1, (1 + level) / 2)
        : throw new ArgumentOutOfRangeException(nameof(level), FormattableString.Invariant($"The confidence level is {level}, but must be above 0 and below 1, such as 0.95."));
}
