using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class TrainingClockTests
{
    [Fact]
    public void Remaining_QuarterDone_IsThreeTimesTheElapsedTime()
    {
        var time = new ManualTime();
        var clock = new TrainingClock(time);
        clock.Remaining(new TrainingProgress(1, 4, 0, 10, 0, 0, 0));
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(60), clock.Remaining(new TrainingProgress(1, 4, 10, 10, 0, 0, 0)));
    }

    [Fact]
    public void Remaining_ResumedAtEpochThree_CountsOnlyWhatRanHere()
    {
        var time = new ManualTime();
        var clock = new TrainingClock(time);
        clock.Remaining(new TrainingProgress(3, 4, 0, 10, 0, 0, 0));
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(20), clock.Remaining(new TrainingProgress(3, 4, 10, 10, 0, 0, 0)));
    }

    [Fact]
    public void Remaining_NothingDone_IsUnknown() =>
        Assert.Null(new TrainingClock(new ManualTime()).Remaining(new TrainingProgress(1, 4, 0, 10, 0, 0, 0)));
}
