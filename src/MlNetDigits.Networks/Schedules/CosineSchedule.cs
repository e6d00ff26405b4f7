namespace MlNetDigits.Networks.Schedules;

/// <summary>A short linear warm-up, then half a cosine down to the final factor.</summary>
/// <remarks>Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2016.</remarks>
public sealed record CosineSchedule : LearningRateSchedule
{
    /// <summary>Share of all steps that warm up.</summary>
    /// <value>Default 0; at least 0 and below 1.</value>
    public double Warmup { get; init; }

    /// <summary>Factor at the end; the last step stays one step short of it.</summary>
    /// <value>Default 0; from 0 to 1.</value>
    public double FinalFactor { get; init; }

    /// <inheritdoc/>
    public override double Factor(long step, long steps, long stepsPerEpoch)
    {
        double progress = (double)step / Math.Max(steps, 1);
        if (progress < Warmup) return (progress + 1.0 / Math.Max(steps, 1)) / (Warmup + 1.0 / Math.Max(steps, 1));
        double fall = Math.Min((progress - Warmup) / (1 - Warmup), 1);
        return FinalFactor + (1 - FinalFactor) * 0.5 * (1 + Math.Cos(Math.PI * fall));
    }

    internal override void Validate()
    {
        Guard.Below(0, 1, Warmup, nameof(Warmup));
        Guard.Between(0, 1, FinalFactor, nameof(FinalFactor));
    }
}
