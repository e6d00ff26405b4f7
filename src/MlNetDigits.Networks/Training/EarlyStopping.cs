namespace MlNetDigits.Networks.Training;

/// <summary>When training stops because validation no longer improves.</summary>
public sealed record EarlyStopping
{
    /// <summary>What must improve.</summary>
    /// <value>Default <see cref="EarlyStoppingMetric.Accuracy"/>.</value>
    public EarlyStoppingMetric Metric { get; init; } = EarlyStoppingMetric.Accuracy;

    /// <summary>Least improvement that counts.</summary>
    /// <value>Default 0: any; at least 0.</value>
    public float MinDelta { get; init; }

    /// <summary>Epochs in a row without improvement after which training stops.</summary>
    /// <value>Default 5; at least 1.</value>
    public int Patience { get; init; } = 5;

    internal void Validate()
    {
        Guard.AtLeast(0f, MinDelta, nameof(MinDelta));
        Guard.AtLeast(1, Patience, nameof(Patience));
    }
}
