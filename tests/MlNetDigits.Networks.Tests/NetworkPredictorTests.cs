using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Tests.Reference;

namespace MlNetDigits.Networks.Tests;

public sealed class NetworkPredictorTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(16, 2, 2)]
    [InlineData(45, 3, 3)]
    public void Predict_Images_GivesTheSoftmaxOfTheDefinition(int count, int threads, int seed)
    {
        Network network = NetworkCases.CreateRandom("tiny", seed);
        float[] images = Randoms.Uniform(count * network.InputShape.Size, seed), probabilities = new float[count * network.Classes];
        using var predictor = new NetworkPredictor(network, threads);

        predictor.Predict(images, probabilities);

        double[] expected = [.. new PlainNetwork(network, count, key: null).Logits(Array.ConvertAll(images, value => (double)value)).Chunk(network.Classes).SelectMany(Softmax)];
        Assert.All(expected.Zip(probabilities), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Predict_NetworkChangesLater_KeepsItsCopy()
    {
        Network network = NetworkCases.Create("tiny", 1);
        float[] images = Randoms.Uniform(network.InputShape.Size, 1), before = new float[network.Classes], after = new float[network.Classes];
        using var predictor = new NetworkPredictor(network, 1);
        predictor.Predict(images, before);

        network.Initialize(2);
        predictor.Predict(images, after);

        Assert.Equal(before, after);
    }

    [Fact]
    public void Predict_ManyThreadsAtOnce_GiveWhatOneGives()
    {
        Network network = NetworkCases.Create("lenet5", 1);
        using var predictor = new NetworkPredictor(network, 2);
        float[] images = Randoms.Uniform(20 * network.InputShape.Size, 1), expected = new float[20 * network.Classes];
        predictor.Predict(images, expected);

        Parallel.For(0, 20, number =>
        {
            int first = number % 3, count = 20 - first;
            var probabilities = new float[count * network.Classes];
            predictor.Predict(images.AsSpan(first * network.InputShape.Size), probabilities);
            Assert.Equal(expected[(first * network.Classes)..], probabilities);
        });
    }

    [Fact]
    public void Share_DisposedFirst_OthersGiveTheSame()
    {
        using var other = Shared(out float[] images, out float[] expected);
        var probabilities = new float[expected.Length];

        GC.Collect();
        GC.WaitForPendingFinalizers();
        other.Predict(images, probabilities);

        Assert.Equal(expected, probabilities);

        static NetworkPredictor Shared(out float[] images, out float[] expected)
        {
            Network network = NetworkCases.Create("lenet5", 1);
            using var first = new NetworkPredictor(network, 1);
            NetworkPredictor other = first.Share(threads: 2);
            images = Randoms.Uniform(40 * network.InputShape.Size, 1);
            first.Predict(images, expected = new float[40 * network.Classes]);
            return other;
        }
    }

    [Fact]
    public void Share_Disposed_Throws()
    {
        var predictor = new NetworkPredictor(Architecture.Create("tiny", new Shape(14, 14, 1), 3), 1);
        predictor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => predictor.Share());
    }

    [Fact]
    public void Predict_Disposed_Throws()
    {
        var predictor = new NetworkPredictor(Architecture.Create("tiny", new Shape(14, 14, 1), 3), 1);
        predictor.Dispose();
        predictor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(new float[196], new float[3]));
    }

    [Fact]
    public void Predict_WrongLengths_NameNumbers()
    {
        using var predictor = new NetworkPredictor(Architecture.Create("tiny", new Shape(14, 14, 1), 3), 1);

        Assert.Contains("197 values are no whole number of images: give 196 for each.", Assert.Throws<ArgumentException>(() => predictor.Predict(new float[197], new float[3])).Message);
        Assert.Contains("2 places do not fit 1 images of 3 classes: give 3.", Assert.Throws<ArgumentException>(() => predictor.Predict(new float[196], new float[2])).Message);
    }

    private static IEnumerable<double> Softmax(double[] logits) => logits.Select(value => Math.Exp(value) / logits.Sum(Math.Exp));
}
