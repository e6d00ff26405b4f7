namespace Microsoft.ML.Data;

/// <summary>How often each class was taken for each other.</summary>
public sealed class ConfusionMatrix
{
    private readonly string[] _names;

    internal ConfusionMatrix(double[][] counts, string[] names)
    {
        _names = names;
        Counts = counts;
        NumberOfClasses = counts.Length;
        var classes = Enumerable.Range(0, counts.Length);
        PerClassRecall = [.. classes.Select(i => Share(counts[i][i], counts[i].Sum()))];
        PerClassPrecision = [.. classes.Select(i => Share(counts[i][i], counts.Sum(row => row[i])))];
    }

    /// <summary>Of the rows predicted to be a class, the share that are; 0 for none.</summary>
    public IReadOnlyList<double> PerClassPrecision { get; }

    /// <summary>Of the rows of a class, the share predicted so; 0 for none.</summary>
    public IReadOnlyList<double> PerClassRecall { get; }

    /// <summary>Numbers of rows by actual, then predicted class.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Counts { get; }

    /// <summary>The number of classes.</summary>
    public int NumberOfClasses { get; }

    /// <summary>Gives the number of rows of one class that were predicted as another.</summary>
    /// <param name="predictedClassIndicatorIndex">The predicted class, from 0.</param>
    /// <param name="actualClassIndicatorIndex">The actual class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double GetCountForClassPair(int predictedClassIndicatorIndex, int actualClassIndicatorIndex)
    {
        CheckClass(predictedClassIndicatorIndex, nameof(predictedClassIndicatorIndex));
        CheckClass(actualClassIndicatorIndex, nameof(actualClassIndicatorIndex));
        return Counts[actualClassIndicatorIndex][predictedClassIndicatorIndex];
    }

    /// <summary>Draws the counts, recalls and precisions as a table of text.</summary>
    public string GetFormattedConfusionTable() => ConfusionTable.Format(this, _names);

    private void CheckClass(int index, string name)
    {
        if ((uint)index >= (uint)NumberOfClasses)
            throw new ArgumentOutOfRangeException(name, $"Classes go from 0 to {NumberOfClasses - 1}, not {index}.");
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;
}
