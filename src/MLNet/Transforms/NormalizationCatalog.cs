using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Steps that scale numbers into a fixed range.</summary>
public static class NormalizationCatalog
{
    private const long DefaultMaximumExampleCount = 1_000_000_000;

    /// <summary>Scales a column by the least and greatest number in it.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The column to make.</param>
    /// <param name="inputColumnName">The column to read, Single or Double or a vector of them. <value>null: the output's name</value></param>
    /// <param name="maximumExampleCount">The most rows to learn from, above 1. <value>1,000,000,000</value></param>
    /// <param name="fixZero">Whether 0 stays 0, with a range in [-1, 1]; else the range is [0, 1]. <value>true</value></param>
    public static NormalizingEstimator NormalizeMinMax(
        this TransformsCatalog catalog,
        string outputColumnName,
        string inputColumnName = null,
        long maximumExampleCount = DefaultMaximumExampleCount,
        bool fixZero = true) =>
        new(EnvironmentOf(catalog), NamePairs.Of(outputColumnName, inputColumnName), maximumExampleCount, fixZero);

    /// <summary>Scales several columns by the least and greatest number in each.</summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columns">The columns to make and to read.</param>
    /// <param name="maximumExampleCount">The most rows to learn from, above 1. <value>1,000,000,000</value></param>
    /// <param name="fixZero">Whether 0 stays 0, with a range in [-1, 1]; else the range is [0, 1]. <value>true</value></param>
    public static NormalizingEstimator NormalizeMinMax(
        this TransformsCatalog catalog, InputOutputColumnPair[] columns, long maximumExampleCount = DefaultMaximumExampleCount, bool fixZero = true) =>
        new(EnvironmentOf(catalog), InputOutputColumnPair.ToTuples(columns), maximumExampleCount, fixZero);

    private static IHostEnvironment EnvironmentOf(TransformsCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Environment;
    }
}
