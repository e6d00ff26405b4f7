namespace MlNetDigits.Networks.Schedules;

/// <summary>The learning rate shrinks by one factor every few epochs.</summary>
public sealed record ExponentialSchedule : LearningRateSchedule
{
    /// <summary>Factor for each decay.</summary>
    /// <value>Default 0.94; above 0 and at most 1.</value>
    public double DecayRate { get; init; } = 0.94;

    /// <summary>Epochs from one decay to the next.</summary>
    /// <value>Default 2; above 0.</value>
    public double EpochsPerDecay { get; init; } = 2;

    /// <summary>Whether the rate falls in steps and not smoothly.</summary>
    /// <value>Default true.</value>
    public bool Staircase { get; init; } = true;

    /// <inheritdoc/>
    public override double Factor(long step, long steps, long stepsPerEpoch)
    {
        double decays = step / (EpochsPerDecay * Math.Max(stepsPerEpoch, 1));
        return Math.Pow(DecayRate, Staircase ? Math.Floor(decays) : decays);
    }

    internal override void Validate()
    {
        Guard.Positive(EpochsPerDecay, nameof(EpochsPerDecay));
        Guard.Positive(DecayRate, nameof(DecayRate));
        Guard.Between(0, 1, DecayRate, nameof(DecayRate));
    }
}
