using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Networks.Tests.Training;

/// <summary>A schedule that calls back at each step: to cancel, to crash, or to give any factor, in the middle of an epoch.</summary>
internal sealed record ActingSchedule : LearningRateSchedule
{
    private readonly Func<long, double> _factor;

    public ActingSchedule(Func<long, double> factor) => _factor = factor;

    public static ActingSchedule AtStep(long step, Action act) => new(number =>
    {
        if (number == step) act();
        return 1;
    });

    public override double Factor(long step, long steps, long stepsPerEpoch) => _factor(step);
}
