using MlNetDigits.Evaluation;

namespace MlNetDigits.Tests.Evaluation;

public sealed class SpreadReportTests
{
    [Fact]
    public void Of_ThreeRuns_DividesByOneLess() =>
        Assert.Equal(new SpreadReport(4, 2, 2, 6), SpreadReport.Of([2, 6, 4]));

    [Fact]
    public void Of_OneRun_HasNoDeviation() =>
        Assert.Equal(new SpreadReport(0.5, double.NaN, 0.5, 0.5), SpreadReport.Of([0.5]));

    [Fact]
    public void Of_NoRun_IsRefused() =>
        Assert.Contains("give at least one value", Assert.Throws<ArgumentException>(() => SpreadReport.Of([])).Message);
}
