namespace MlNetDigits.Evaluation.Comparison;

/// <summary>Interval of the difference of two shares of the same images.</summary>
/// <remarks>Source: Agresti and Min, "Simple improved confidence intervals for comparing matched proportions", 2005: Wald's interval after adding ½ to each count.</remarks>
public static class PairedDifference
{
    private const double Added = 0.5;

    /// <summary>Computes the interval from the images on which the two outcomes differ.</summary>
    /// <param name="gained">Images with the second outcome alone.</param>
    /// <param name="lost">Images with the first outcome alone.</param>
    /// <param name="images">All images, at least 1.</param>
    /// <param name="level">Probability to hold the true difference. <value>0.95</value></param>
    /// <returns>Difference and range within -1 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer images than counted ones, or the level is not inside 0 to 1.</exception>
    public static ConfidenceInterval Of(int gained, int lost, int images, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        ArgumentOutOfRangeException.ThrowIfLessThan(images, Math.Max(1, gained + lost));
        double whole = images + (4 * Added), difference = (gained - lost) / whole;
        double variance = ((gained + lost + (2 * Added)) / whole) - (difference * difference);
        double half = WilsonInterval.Quantile(level) * Math.Sqrt(variance / whole);
        return new ConfidenceInterval((double)(gained - lost) / images, Math.Max(-1, difference - half), Math.Min(1, difference + half));
    }
}
