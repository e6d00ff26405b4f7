namespace Microsoft.ML.Runtime;

/// <summary>One report of progress, filled by a computation.</summary>
public interface IProgressEntry
{
    /// <summary>Sets how much of a unit is done.</summary>
    void SetProgress(int index, double value);

    /// <summary>Sets how much of a unit is done, and the whole.</summary>
    void SetProgress(int index, double value, double lim);

    /// <summary>Sets a metric.</summary>
    void SetMetric(int index, double value);
}
