namespace MlNetDigits.Evaluation;

/// <summary>Mean and spread of a figure over several runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">Deviation of the sample, with one less than the number of runs as divisor; NaN for one run.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
public sealed record SpreadReport(double Mean, double StandardDeviation, double Minimum, double Maximum)
{
    /// <summary>Computes mean and spread.</summary>
    /// <param name="values">One value for each run, at least one.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static SpreadReport Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException("There is no run to average: give at least one value.", nameof(values));
        double mean = values.Average();
        double deviation = values.Count == 1 ? double.NaN : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        return new SpreadReport(mean, deviation, values.Min(), values.Max());
    }
}
