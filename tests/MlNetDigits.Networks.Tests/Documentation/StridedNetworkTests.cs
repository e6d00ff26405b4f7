using MlNetDigits.Networks.Layers;

namespace MlNetDigits.Networks.Tests.Documentation;

/// <summary>The architecture of docs/add-an-architecture.md.</summary>
public sealed class StridedNetworkTests
{
    [Fact]
    public void Strided_OfDigits_FollowsTheRulesOfArchitectures()
    {
        var builder = new NetworkBuilder(new Shape(28, 28, 1));

        Strided(builder, 10, 0.25f);
        Network network = builder.Build("strided", seed: 1);

        Assert.Equal(10, Assert.IsType<Dense>(network.Nodes[^1].Layer).Units);
        Assert.Equal(0.25f, Assert.IsType<Dropout>(network.Nodes[^2].Layer).Rate);
    }

    private static void Strided(NetworkBuilder builder, int classes, float? dropout) => builder
        .Add(new Conv2D(24, 5, stride: 2, useBias: false)).Add(new BatchNorm()).Add(new Relu())
        .Residual(body => body.Add(new Conv2D(24, 3, padding: Padding.Same, useBias: false)).Add(new BatchNorm())).Add(new Relu())
        .Add(new MaxPool()).Add(new Flatten()).Add(new Dropout(dropout ?? 0.3f)).Add(new Dense(classes));
}
