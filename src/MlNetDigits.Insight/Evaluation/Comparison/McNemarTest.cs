using MathNet.Numerics.Distributions;

namespace MlNetDigits.Evaluation.Comparison;

/// <summary>Tests whether two models err equally often on the same images.</summary>
/// <param name="OnlyFirst">Images that the first model alone recognizes.</param>
/// <param name="OnlySecond">Images that the second model alone recognizes.</param>
/// <param name="Method">How the probability was computed.</param>
/// <param name="Statistic">Chi-squared with one degree of freedom and continuity correction; NaN for the exact test.</param>
/// <param name="PValue">Probability of so unequal counts if both models were equally good, two-sided.</param>
/// <remarks>Source: McNemar, "Note on the sampling error of the difference between correlated proportions", 1947; the correction is Edwards', 1948.</remarks>
public sealed record McNemarTest(int OnlyFirst, int OnlySecond, McNemarMethod Method, double Statistic, double PValue)
{
    /// <summary>Fewer images than these that only one model recognizes are tested exactly.</summary>
    public const int ExactBelow = 25;

    /// <summary>Tests counts of images that only one of two models recognizes.</summary>
    /// <param name="onlyFirst">Images that the first model alone recognizes.</param>
    /// <param name="onlySecond">Images that the second model alone recognizes.</param>
    /// <returns>The exact binomial test below 25 such images, else the chi-squared test.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static McNemarTest Of(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        int either = onlyFirst + onlySecond;
        if (either < ExactBelow)
        {
            double tail = either == 0 ? 1 : Binomial.CDF(0.5, either, Math.Min(onlyFirst, onlySecond));
            return new McNemarTest(onlyFirst, onlySecond, McNemarMethod.ExactBinomial, double.NaN, Math.Min(1, 2 * tail));
        }

        double gap = Math.Max(0, Math.Abs(onlyFirst - onlySecond) - 1), statistic = gap * gap / either;
        return new McNemarTest(onlyFirst, onlySecond, McNemarMethod.ChiSquared, statistic, MathNet.Numerics.SpecialFunctions.Erfc(Math.Sqrt(statistic / 2)));
    }
}
