namespace Microsoft.ML.Runtime;

/// <summary>Names the metrics and units that a computation reports.</summary>
public sealed class ProgressHeader
{
    /// <summary>The units of progress, such as epochs, the coarsest first.</summary>
    public readonly IReadOnlyList<string> UnitNames;

    /// <summary>The metrics, such as the loss.</summary>
    public readonly IReadOnlyList<string> MetricNames;

    /// <summary>Names metrics and units.</summary>
    public ProgressHeader(string[] metricNames, string[] unitNames)
    {
        MetricNames = metricNames ?? [];
        UnitNames = unitNames ?? [];
    }

    /// <summary>Names units only.</summary>
    public ProgressHeader(params string[] unitNames) : this(null, unitNames)
    {
    }
}
