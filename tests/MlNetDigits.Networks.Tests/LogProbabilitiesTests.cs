using MlNetDigits.Networks;

namespace MlNetDigits.Networks.Tests;

public sealed class LogProbabilitiesTests
{
    [Fact]
    public void Softmax_LargeLogits_SumsToOne()
    {
        var logs = new double[3];

        LogProbabilities.Softmax([1000, 1001, -1000], logs);

        Assert.Equal(1, logs.Sum(Math.Exp), 1e-12);
        Assert.Equal(1, logs[1] - logs[0], 1e-9);
        Assert.Throws<ArgumentException>(() => LogProbabilities.Softmax([1, 2], logs));
        Assert.Throws<ArgumentException>(() => LogProbabilities.Softmax([], []));
    }

    [Theory]
    [InlineData(0.2, 0.3)]
    [InlineData(1e-300, 1e-5)]
    [InlineData(0, 0.4)]
    [InlineData(0.4, 0)]
    [InlineData(0, 0)]
    public void Add_OfLogarithms_IsThatOfTheSum(double one, double other) => Assert.Equal(Math.Log(one + other), LogProbabilities.Add(Math.Log(one), Math.Log(other)), 1e-12);
}
