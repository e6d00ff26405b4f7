using Microsoft.ML;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class DeterminismTests
{
    private static readonly ConvolutionalNetworkOptions Options = Sample.Quick with { ValidationSetFraction = 0.2f, AverageDecay = 0.9f, Dropout = 0.2f };

    [Theory]
    [InlineData("lenet5", 7)]
    [InlineData("tiny", 8)]
    public void Fit_AnyNumberOfThreads_GivesTheSameBytes(string architecture, int seed)
    {
        ConvolutionalNetworkOptions options = Options with { Architecture = architecture, Seed = seed };

        byte[][] models = [.. new[] { 1, 2, 3 }.Select(threads => Sample.Bytes(options with { Threads = threads }, Sample.Train(96)))];

        Assert.Equal(models[0], models[1]);
        Assert.Equal(models[0], models[2]);
    }

    [Fact]
    public void Fit_AnotherSeed_GivesOtherBytes()
    {
        byte[] first = Sample.Bytes(Options with { Seed = 1 }, Sample.Train(64));

        byte[] second = Sample.Bytes(Options with { Seed = 2 }, Sample.Train(64));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Fit_SameEstimatorTwice_GivesTheSameBytes()
    {
        var ml = new MLContext(1);
        var chain = Sample.Chain(ml, Options with { Augmentation = AugmentationOptions.Strong });

        byte[] first = Sample.Bytes(ml, chain, Sample.Train(64));

        Assert.Equal(first, Sample.Bytes(ml, chain, Sample.Train(64)));
    }

    [Fact]
    public void Fit_CachedAndUncachedData_GivesTheSameBytes()
    {
        var ml = new MLContext(1);
        var digits = Sample.Train(64);

        byte[] cached = Sample.Bytes(ml, Sample.Chain(ml, Options), ml.Data.Cache(digits));

        Assert.Equal(Sample.Bytes(Options, digits), cached);
    }
}
