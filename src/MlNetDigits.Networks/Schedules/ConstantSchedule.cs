namespace MlNetDigits.Networks.Schedules;

/// <summary>The same learning rate at every step.</summary>
public sealed record ConstantSchedule : LearningRateSchedule
{
    /// <inheritdoc/>
    public override double Factor(long step, long steps, long stepsPerEpoch) => 1;
}
