using MlNetDigits.Console.Rendering;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class TrainingClockTests
{
    [Fact]
    public void Remaining_QuarterDone_IsThreeTimesTheElapsedTime()
    {
        var time = new ManualTime();
        var clock = new TrainingClock(time, epochs: 4);
        clock.Remaining(new BatchProgress(1, 0, 10, 0, 0, 0));
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(60), clock.Remaining(new BatchProgress(1, 10, 10, 0, 0, 0)));
    }

    [Fact]
    public void Remaining_ResumedAtEpochThree_CountsOnlyWhatRanHere()
    {
        var time = new ManualTime();
        var clock = new TrainingClock(time, epochs: 4);
        clock.Remaining(new BatchProgress(3, 0, 10, 0, 0, 0));
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(TimeSpan.FromSeconds(20), clock.Remaining(new BatchProgress(3, 10, 10, 0, 0, 0)));
    }

    [Fact]
    public void Remaining_NothingDone_IsUnknown() =>
        Assert.Null(new TrainingClock(new ManualTime(), 4).Remaining(new BatchProgress(1, 0, 10, 0, 0, 0)));
}
