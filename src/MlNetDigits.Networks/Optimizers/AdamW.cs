namespace MlNetDigits.Networks.Optimizers;

/// <summary>Adam whose weight decay shrinks weights directly, apart from the gradient.</summary>
/// <remarks>Source: Loshchilov and Hutter, "Decoupled weight decay regularization", 2017.</remarks>
public sealed record AdamW : Optimizer
{
    /// <summary>Makes the options with weight decay 0.01.</summary>
    public AdamW() => WeightDecay = 0.01f;

    /// <summary>Share of the mean estimate that lasts to the next step.</summary>
    /// <value>Default 0.9; at least 0 and below 1.</value>
    public float Beta1 { get; init; } = 0.9f;

    /// <summary>Share of the size estimate that lasts to the next step.</summary>
    /// <value>Default 0.999; at least 0 and below 1.</value>
    public float Beta2 { get; init; } = 0.999f;

    /// <summary>Added to the root of the size estimate.</summary>
    /// <value>Default 1e-8; above 0.</value>
    public float Epsilon { get; init; } = 1e-8f;

    internal override int StateVectors => 2;

    internal override void Validate()
    {
        base.Validate();
        AdamMoments.Validate(Beta1, Beta2, Epsilon);
    }

    internal override void Update(in OptimizerStep step) => AdamMoments.Update(step, Beta1, Beta2, Epsilon, 0, step.WeightDecay);
}
