using MlNetDigits.Evaluation;

namespace MlNetDigits.Tests.Evaluation;

public sealed class WilsonIntervalTests
{
    /// <summary>Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_NewcombesExamples_GivesHisLimits(int successes, int trials, double lower, double upper)
    {
        ConfidenceInterval interval = WilsonInterval.Of(successes, trials);

        Assert.Equal((double)successes / trials, interval.Estimate);
        Assert.Equal(lower, interval.Lower, 4);
        Assert.Equal(upper, interval.Upper, 4);
    }

    [Fact]
    public void Of_PerfectScore_ReachesOneAndNoFurther()
    {
        ConfidenceInterval interval = WilsonInterval.Of(10_000, 10_000);

        Assert.Equal(1, interval.Upper);
        Assert.Equal(0.999616, interval.Lower, 6);
    }

    [Fact]
    public void Of_NoTrials_HasNoRange() => Assert.Equal(new ConfidenceInterval(double.NaN, double.NaN, double.NaN), WilsonInterval.Of(0, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Of_LevelOutOfRange_Throws(double level)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(1, 2, level));

        Assert.Contains("above 0 and below 1", error.Message, StringComparison.Ordinal);
    }
}
