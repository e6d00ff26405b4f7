using MlNetDigits.Console.Commands;
using MlNetDigits.Console.Tests.Rendering;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class TrainTimeTests
{
    [Theory]
    [InlineData(10, 3, null, 3)]
    [InlineData(10, 3, 2, 2)]
    [InlineData(1, 3, null, 1)]
    [InlineData(0, 3, 5, 1)]
    [InlineData(1e9, 1, null, 1000)]
    public void Fit_SomeSeconds_GivesWholeEpochsWithinLimits(double seconds, double secondsPerEpoch, int? most, int expected) =>
        Assert.Equal(expected, TrainTimePlan.Fit(seconds, secondsPerEpoch, most));

    [Fact]
    public void OnEpoch_TimeIsOver_EndsTrainingOnlyThen()
    {
        var time = new ManualTime();
        using var deadline = new TrainDeadline(TimeSpan.FromSeconds(5), time, default);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(deadline.Token.IsCancellationRequested);

        deadline.OnEpoch();

        Assert.True(deadline.Token.WaitHandle.WaitOne(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void OnEpoch_NoLimit_NeverEndsTraining()
    {
        using var deadline = new TrainDeadline(null, TimeProvider.System, default);

        deadline.OnEpoch();

        Assert.Null(deadline.Left);
        Assert.False(deadline.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(7, true, "In 30.0 s training is planned with 7 epochs, at 12,000 images/s in a trial.")]
    [InlineData(1, false, "Not even one epoch fits into 30.0 s, at 12,000 images/s in a trial; one is run all the same.")]
    public void Describe_APlan_SaysIt(int epochs, bool fits, string expected) => Assert.Equal(expected, new TrainTimePlan(epochs, 12_000, fits).Describe(30));
}
