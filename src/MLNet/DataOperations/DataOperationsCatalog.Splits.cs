using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    private const int DefaultSeed = 42;

    /// <summary>Splits rows at random into a training and a test set.</summary>
    /// <param name="data">The rows to split.</param>
    /// <param name="testFraction">The chance of a row to be in the test set, above 0 and below 1. <value>0.1</value></param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one set. <value>null: each row by itself</value></param>
    /// <param name="seed">The seed of the draw. <value>null: the context's</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1, or there is no such column.</exception>
    public TrainTestData TrainTestSplit(IDataView data, double testFraction = 0.1, string samplingKeyColumnName = null, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (testFraction is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(testFraction), $"The test fraction must be above 0 and below 1, not {testFraction}.");
        return Split(data, 0, testFraction, KeyOf(data, samplingKeyColumnName), seed);
    }

    /// <summary>Splits rows at random into folds, each the test set of one pair.</summary>
    /// <param name="data">The rows to split.</param>
    /// <param name="numberOfFolds">The number of pairs, at least 2. <value>5</value></param>
    /// <param name="samplingKeyColumnName">A column whose equal values stay in one fold. <value>null: each row by itself</value></param>
    /// <param name="seed">The seed of the draw. <value>null: the context's</value></param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds, or there is no such column.</exception>
    public IReadOnlyList<TrainTestData> CrossValidationSplit(IDataView data, int numberOfFolds = 5, string samplingKeyColumnName = null, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (numberOfFolds < 2)
            throw new ArgumentOutOfRangeException(nameof(numberOfFolds), $"Cross-validation needs at least 2 folds, not {numberOfFolds}.");
        var key = KeyOf(data, samplingKeyColumnName);
        var folds = new TrainTestData[numberOfFolds];
        for (var i = 0; i < numberOfFolds; i++)
            folds[i] = Split(data, (double)i / numberOfFolds, (double)(i + 1) / numberOfFolds, key, seed);
        return folds;
    }

    private TrainTestData Split(IDataView data, double lower, double upper, DataViewSchema.Column? key, int? seed)
    {
        var start = seed ?? Environment.GetSeed() ?? DefaultSeed;
        return new TrainTestData(
            new SplitView(data, key, start, lower, upper, outside: true),
            new SplitView(data, key, start, lower, upper, outside: false));
    }

    private static DataViewSchema.Column? KeyOf(IDataView data, string name) =>
        name is null ? null : data.Schema.GetColumnOrNull(name) ?? throw SchemaErrors.MissingColumn("samplingKeyColumnName", "sampling key", name);

    /// <summary>A training set and the test set that goes with it.</summary>
    public struct TrainTestData
    {
        /// <summary>The rows to train with.</summary>
        public readonly IDataView TrainSet;

        /// <summary>The rows to test with, none of them in the training set.</summary>
        public readonly IDataView TestSet;

        internal TrainTestData(IDataView trainSet, IDataView testSet)
        {
            TrainSet = trainSet;
            TestSet = testSet;
        }
    }
}
