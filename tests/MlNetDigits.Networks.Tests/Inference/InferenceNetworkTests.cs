using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Inference;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Tests.Reference;

namespace MlNetDigits.Networks.Tests.Inference;

public sealed class InferenceNetworkTests
{
    public static TheoryData<string, int> Networks => NetworkCases.NamesAndSeeds;

    [Theory]
    [MemberData(nameof(Networks))]
    public void Predict_AnyNetwork_GivesTheSoftmaxOfTheDefinition(string name, int seed)
    {
        Network network = NetworkCases.CreateRandom(name, seed);
        float[] images = Randoms.Uniform(3 * network.InputShape.Size, seed), probabilities = new float[3 * network.Classes];
        using var predictor = new NetworkPredictor(network, 1);

        predictor.Predict(images, probabilities);

        double[] logits = new PlainNetwork(network, 3, key: null).Logits(Array.ConvertAll(images, value => (double)value));
        double[] expected = [.. logits.Chunk(network.Classes).SelectMany(row => row.Select(value => Math.Exp(value) / row.Sum(Math.Exp)))];
        Assert.All(expected.Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void From_Simple_FusesWhatFollowsConvolutions()
    {
        Network fused = InferenceNetwork.From(Architecture.Create("simple", new Shape(28, 28, 1), 10));

        Assert.Equal(
            ["32 × 3×3, ReLU, max 2×2, Winograd", "64 × 3×3, ReLU, max 2×2, Winograd", "", "10"],
            fused.Nodes.Select(node => node.Layer.Details));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Predict_BatchesOfAnySize_GiveEachImageTheSameBits(string name, int seed)
    {
        Network network = NetworkCases.CreateRandom(name, seed);
        float[] images = Randoms.Uniform(5 * network.InputShape.Size, seed), together = new float[5 * network.Classes], alone = new float[network.Classes];
        using var predictor = new NetworkPredictor(network, 1);
        predictor.Predict(images, together);

        for (int i = 0; i < 5; i++)
        {
            predictor.Predict(images.AsSpan(i * network.InputShape.Size, network.InputShape.Size), alone);
            Assert.Equal(together[(i * network.Classes)..((i + 1) * network.Classes)], alone);
        }
    }

    [Fact]
    public void From_Network_LeavesItAsItWas()
    {
        Network network = NetworkCases.CreateRandom("resnet", 1);
        float[] before = [.. network.State];

        Network fused = InferenceNetwork.From(network);

        Assert.Equal(before, network.State);
        Assert.DoesNotContain(fused.Nodes, node => node.Layer is BatchNorm or Conv2D or Dense or Dropout);
    }
}
