namespace MlNetDigits.Networks.Schedules;

/// <summary>How the learning rate changes from step to step.</summary>
public abstract record LearningRateSchedule
{
    private protected LearningRateSchedule()
    {
    }

    /// <summary>Factor of the learning rate at a step.</summary>
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="steps">Steps of the whole training.</param>
    /// <param name="stepsPerEpoch">Steps of one epoch.</param>
    /// <returns>The factor, at least 0.</returns>
    public abstract double Factor(long step, long steps, long stepsPerEpoch);

    /// <summary>Checks the options; throws <see cref="ArgumentOutOfRangeException"/>.</summary>
    internal virtual void Validate()
    {
    }
}
