namespace MlNetDigits.Networks.Schedules;

/// <summary>One rise from a fraction of the learning rate to all of it and one fall to almost nothing, both along cosines.</summary>
/// <remarks>Source: Smith and Topin, "Super-convergence: very fast training using large learning rates", 2017.</remarks>
public sealed record OneCycleSchedule : LearningRateSchedule
{
    /// <summary>Share of all steps in which the rate rises.</summary>
    /// <value>Default 0.3; above 0 and below 1.</value>
    public double Rise { get; init; } = 0.3;

    /// <summary>Factor at the first step.</summary>
    /// <value>Default 0.04; from 0 to 1.</value>
    public double InitialFactor { get; init; } = 0.04;

    /// <summary>Factor at the last step.</summary>
    /// <value>Default 0.0001; from 0 to 1.</value>
    public double FinalFactor { get; init; } = 0.0001;

    /// <inheritdoc/>
    public override double Factor(long step, long steps, long stepsPerEpoch)
    {
        double progress = steps > 1 ? Math.Min((double)step / (steps - 1), 1) : 1;
        return progress < Rise
            ? Between(InitialFactor, 1, progress / Rise)
            : Between(1, FinalFactor, (progress - Rise) / (1 - Rise));
    }

    internal override void Validate()
    {
        Guard.Between(0.001, 0.999, Rise, nameof(Rise));
        Guard.Between(0, 1, InitialFactor, nameof(InitialFactor));
        Guard.Between(0, 1, FinalFactor, nameof(FinalFactor));
    }

    private static double Between(double from, double to, double progress) => to + (from - to) * 0.5 * (1 + Math.Cos(Math.PI * progress));
}
