using Microsoft.ML;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class DeterminismTests
{
    private static readonly ConvolutionalNetworkOptions Options = Sample.Quick with { ValidationSetFraction = 0.2f, AverageDecay = 0.9f, Dropout = 0.2f };

    private static readonly Lazy<byte[]> Unchanged = new(() => Sample.Bytes(Options, Sample.Train(64)));

    private static readonly Dictionary<string, ConvolutionalNetworkOptions> Changes = new()
    {
        ["seed"] = Options with { Seed = 2 },
        ["epochs"] = Options with { Epoch = 2 },
        ["batch size"] = Options with { BatchSize = 16 },
        ["micro-batch size"] = Options with { MicroBatchSize = 8 },
        ["ensemble"] = Options with { Ensemble = 2 },
        ["teacher"] = Options with { Distillation = new Distillation { Teachers = [Architecture.Create("tiny", new Shape(28, 28, 1), 10, seed: 3)] } },
        ["learning rate"] = Options with { LearningRate = 0.001f },
        ["optimizer"] = Options with { Optimizer = new Sgd() },
        ["schedule"] = Options with { LearningRateSchedule = new ConstantSchedule() },
        ["dropout"] = Options with { Dropout = 0.6f },
        ["augmentation"] = Options with { Augmentation = AugmentationOptions.None },
        ["refinement"] = Options with { RefinementShare = 1 },
        ["label smoothing"] = Options with { LabelSmoothing = 0.1f },
        ["average"] = Options with { AverageDecay = 0 },
        ["validation"] = Options with { ValidationSetFraction = null },
    };

    public static TheoryData<string> NamesOfChanges => [.. Changes.Keys];

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

    [Theory]
    [MemberData(nameof(NamesOfChanges))]
    public void Fit_OneOptionChanged_GivesOtherBytes(string change)
    {
        byte[] changed = Sample.Bytes(Changes[change], Sample.Train(64));

        Assert.NotEqual(Unchanged.Value, changed);
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
