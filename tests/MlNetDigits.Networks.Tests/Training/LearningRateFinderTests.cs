using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class LearningRateFinderTests
{
    private static readonly ImageSet _images = TinyData.Images(64, 1);
    private static readonly TrainingOptions _options = new() { BatchSize = 16, MicroBatchSize = 8, Threads = 1, AverageDecay = 0.9f };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_TinyData_SuggestsARateThatLearnsAndLeavesTheNetworkAsItWas(int seed)
    {
        Network network = Architecture.Create("tiny", TinyData.Shape, TinyData.Classes, seed);
        float[] before = [.. network.State];

        LearningRateTest test = LearningRateFinder.Run(network, _images, _options with { Seed = seed }, steps: 60);

        Assert.Equal(before, network.State);
        Assert.Equal((1e-5f, true), ((float)test.Points[0].LearningRate, test.Points.Zip(test.Points.Skip(1)).All(pair => pair.First.LearningRate < pair.Second.LearningRate)));
        Assert.InRange(test.Suggestion, 1e-4, 0.3);
    }

    [Fact]
    public void Run_LossBlowsUp_StopsAndSuggestsALowerRate()
    {
        Network network = Architecture.Create("simple", TinyData.Shape, TinyData.Classes);

        LearningRateTest test = LearningRateFinder.Run(network, _images, _options with { Optimizer = new Sgd() }, minimum: 1e-3f, maximum: 1e30f, steps: 100);

        Assert.InRange(test.Points.Count, 12, 60);
        Assert.InRange(test.Suggestion, 1e-3f, test.Points[^1].LearningRate / 3);
    }

    [Fact]
    public void Run_Threads_DoNotMatter()
    {
        Network network = Architecture.Create("simple", TinyData.Shape, TinyData.Classes);

        LearningRateTest one = LearningRateFinder.Run(network, _images, _options, steps: 12), three = LearningRateFinder.Run(network, _images, _options with { Threads = 3 }, steps: 12);

        Assert.Equal(one.Points, three.Points);
        Assert.Equal(12, one.Points.Count);
    }

    [Fact]
    public void Run_Canceled_GivesThePointsSoFar()
    {
        Network network = Architecture.Create("simple", TinyData.Shape, TinyData.Classes);

        Assert.Empty(LearningRateFinder.Run(network, _images, _options, cancellationToken: new CancellationToken(true)).Points);
    }

    [Fact]
    public void Run_WhatDoesNotFit_IsNamed()
    {
        Network network = Architecture.Create("tiny", TinyData.Shape, 3);

        Assert.Contains("Image 3 has label 3, but the network knows classes 0 to 2.", Refused(_images));
        Assert.Contains("The images are 2×2×1, but the network takes 22×22×1.", Refused(ImageSet.FromBytes(new Shape(2, 2, 1), new byte[4], [0])));
        Assert.Contains("The set holds no image", Refused(ImageSet.FromBytes(TinyData.Shape, [], [])));
        Assert.Contains("steps is 9, but must be at least 10.", Refused(_images, steps: 9));
        Assert.Contains("maximum is 1E-06, but must be finite and above minimum, 1E-05.", Refused(_images, maximum: 1e-6f));

        string Refused(ImageSet images, float maximum = 1, int steps = 10) =>
            Assert.ThrowsAny<ArgumentException>(() => LearningRateFinder.Run(network, images, _options, maximum: maximum, steps: steps)).Message;
    }
}
