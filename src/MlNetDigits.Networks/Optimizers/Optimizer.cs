namespace MlNetDigits.Networks.Optimizers;

/// <summary>How parameters follow their gradient.</summary>
public abstract record Optimizer
{
    private protected Optimizer()
    {
    }

    /// <summary>Weight decay: L2 regularization of weights, but not of biases.</summary>
    /// <value>Default 0; at least 0.</value>
    public float WeightDecay { get; init; }

    /// <summary>Vectors as long as the parameters that the optimizer keeps from step to step: at most 2.</summary>
    internal abstract int StateVectors { get; }

    /// <summary>Checks the options; throws <see cref="ArgumentOutOfRangeException"/>.</summary>
    internal virtual void Validate() => Guard.Between(0f, 1f, WeightDecay, nameof(WeightDecay));

    /// <summary>Updates a stretch of the parameters; every parameter by itself, so stretches may be cut anywhere.</summary>
    internal abstract void Update(in OptimizerStep step);
}
