using MlNetDigits.Charts;

namespace MlNetDigits.Tests.Charts;

public sealed class ChartAxisTests
{
    [Theory]
    [InlineData(new[] { 0.871, 0.9956 }, "86 %", "100 %")]
    [InlineData(new[] { 1.0, 1.0 }, "99 %", "100 %")]
    [InlineData(new[] { 0.0, 0.0 }, "0 %", "1 %")]
    [InlineData(new[] { 0.9931, 0.9962, double.NaN }, "99.3 %", "99.65 %")]
    public void OfShares_Values_LieBetweenRoundTicksUpToAll(double[] values, string first, string last)
    {
        string[] labels = [.. ChartAxis.OfShares(values).Ticks().Select(tick => tick.Label)];

        Assert.Equal((first, last), (labels[0], labels[^1]));
    }

    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 100, "20 40 60 80 100")]
    public void OfNumbers_Epochs_AreWholeTicks(int first, int last, string expected)
    {
        string labels = string.Join(' ', ChartAxis.OfNumbers([first, last]).Ticks().Select(tick => tick.Label));

        Assert.Equal(expected, labels);
    }

    [Theory]
    [InlineData(0.03, 0.4, "0.02 0.05 0.1 0.2 0.5")]
    [InlineData(0.0002, 2, "0.0001 0.001 0.01 0.1 1")]
    public void Around_LogarithmicValues_WidensToTicksOfDecades(double least, double greatest, string expected)
    {
        var axis = ChartAxis.Around([least, greatest], isLogarithmic: true);

        Assert.StartsWith(expected, string.Join(' ', axis.Ticks().Select(tick => tick.Label)));
        Assert.InRange(axis.Place(least), 0, 0.5);
        Assert.InRange(axis.Place(greatest), 0.5, 1);
    }
}
