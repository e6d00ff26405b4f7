using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Networks.Tests.Schedules;

public sealed class ScheduleTests
{
    private const long Steps = 1000, StepsPerEpoch = 100;

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    public void Constant_AnyStep_IsOne(long step) => Assert.Equal(1, new ConstantSchedule().Factor(step, Steps, StepsPerEpoch));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(199, 1)]
    [InlineData(200, 0.94)]
    [InlineData(399, 0.94)]
    [InlineData(400, 0.8836)]
    public void Exponential_Staircase_FallsEveryTwoEpochs(long step, double expected) =>
        Assert.Equal(expected, new ExponentialSchedule().Factor(step, Steps, StepsPerEpoch), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 0.5)]
    [InlineData(150, 0.35355339)]
    public void Exponential_Smooth_FallsAtEveryStep(long step, double expected) =>
        Assert.Equal(expected, new ExponentialSchedule { DecayRate = 0.5, EpochsPerDecay = 1, Staircase = false }.Factor(step, Steps, StepsPerEpoch), 1e-8);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(250, 0.85355339)]
    [InlineData(500, 0.5)]
    [InlineData(1000, 0)]
    public void Cosine_NoWarmup_FallsAlongHalfACosine(long step, double expected) =>
        Assert.Equal(expected, new CosineSchedule().Factor(step, Steps, StepsPerEpoch), 1e-8);

    [Theory]
    [InlineData(0, 1 / 101.0)]
    [InlineData(50, 51 / 101.0)]
    [InlineData(100, 1)]
    [InlineData(550, 0.6)]
    [InlineData(1000, 0.2)]
    public void Cosine_WarmupAndFinalFactor_RisesThenFalls(long step, double expected) =>
        Assert.Equal(expected, new CosineSchedule { Warmup = 0.1, FinalFactor = 0.2 }.Factor(step, Steps, StepsPerEpoch), 1e-12);

    [Theory]
    [InlineData(0, 0.04)]
    [InlineData(150, 0.52)]
    [InlineData(300, 1)]
    [InlineData(650, 0.50005)]
    [InlineData(1000, 0.0001)]
    public void OneCycle_Defaults_RisesThenFalls(long step, double expected) =>
        Assert.Equal(expected, new OneCycleSchedule().Factor(step, Steps + 1, StepsPerEpoch), 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Factor_VeryShortTrainings_StaysBetweenZeroAndOne(long steps)
    {
        LearningRateSchedule[] schedules = [new ConstantSchedule(), new ExponentialSchedule(), new CosineSchedule { Warmup = 0.5 }, new OneCycleSchedule()];

        foreach (LearningRateSchedule schedule in schedules)
            for (long step = 0; step < steps; step++) Assert.InRange(schedule.Factor(step, steps, 1), 0, 1);
    }
}
