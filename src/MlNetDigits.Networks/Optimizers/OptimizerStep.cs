namespace MlNetDigits.Networks.Optimizers;

/// <summary>One update of a stretch of the parameters.</summary>
internal readonly ref struct OptimizerStep
{
    public required Span<float> Parameters { get; init; }

    public required ReadOnlySpan<float> Gradient { get; init; }

    /// <summary>The optimizer's first vector; empty if it keeps none.</summary>
    public required Span<float> First { get; init; }

    /// <summary>The optimizer's second vector; empty if it keeps fewer.</summary>
    public required Span<float> Second { get; init; }

    public required float LearningRate { get; init; }

    /// <summary>Weight decay of this stretch: 0 for biases.</summary>
    public required float WeightDecay { get; init; }

    /// <summary>Number of this step, from 1.</summary>
    public required long Number { get; init; }
}
