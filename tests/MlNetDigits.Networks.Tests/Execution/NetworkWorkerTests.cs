using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Tests.Kernels;
using MlNetDigits.Networks.Tests.Reference;

namespace MlNetDigits.Networks.Tests.Execution;

public sealed unsafe class NetworkWorkerTests
{
    private const int Count = 3, Room = 4;
    private const ulong Key = 5;
    private const float Smoothing = 0.1f;

    public static TheoryData<string, int> Cases => NetworkCases.NamesAndSeeds;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_InferenceReusingMemory_EqualsSeparateMemoryBitForBit(string name, int seed)
    {
        Network network = NetworkCases.CreateRandom(name, seed);
        float[] images = Images(network, seed);
        using var unplanned = new UnplannedNetwork(network, Count, training: false, Key);

        float[] logits = Infer(network, images);

        Assert.Equal(unplanned.Forward(images), logits);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_TrainingReusingMemory_EqualsSeparateMemoryBitForBit(string name, int seed)
    {
        Network network = NetworkCases.CreateRandom(name, seed);
        float[] images = Images(network, seed);
        using var unplanned = new UnplannedNetwork(network, Count, training: true, Key);
        float[] expectedLogits = unplanned.Forward(images);

        (float[] logits, float[] logitsGradient, float[] state) = Train(network, images, Labels(seed));

        Assert.Equal(expectedLogits, logits);
        Assert.Equal([.. unplanned.Backward(logitsGradient), .. unplanned.BatchStatistics()], state);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_Inference_EqualsTheDefinition(string name, int seed)
    {
        Network network = NetworkCases.CreateRandom(name, seed);
        float[] images = Images(network, seed);

        float[] logits = Infer(network, images);

        double[] expected = new PlainNetwork(network, Count, key: null).Logits(Doubles(images));
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, Math.Abs(pair.First))));
    }

    /// <summary>Along random directions through each layer's parameters, the loss rises as the gradient says.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Backward_EveryLayersParameters_FollowsCentralDifferences(string name, int seed)
    {
        Network network = NetworkCases.CreateRandom(name, seed);
        float[] images = Images(network, seed);
        int[] labels = Labels(seed);

        float[] gradient = Train(network, images, labels).State;

        var plain = new PlainNetwork(network, Count, Key);
        Assert.All(network.Nodes.Where(node => node.Layer.ParameterCount > 0), node => AssertFollows(plain, Doubles(images), labels, gradient, node, seed));
    }

    private static void AssertFollows(PlainNetwork plain, double[] images, int[] labels, float[] gradient, NetworkNode node, int seed)
    {
        const double Step = 1e-6;
        float[] direction = Randoms.Uniform(node.Layer.ParameterCount, seed + 500 + node.Index);
        double expected = 0, size = 0;
        for (int i = 0; i < direction.Length; i++)
        {
            expected += direction[i] * (double)gradient[node.ParameterOffset + i];
            size += Math.Pow(gradient[node.ParameterOffset + i], 2);
        }

        double slope = (Moved(Step) - Moved(-Step)) / (2 * Step);

        Assert.True(size > 0, $"{node.Name} has no gradient.");
        Assert.True(Math.Abs(slope - expected) < 1e-4 * Math.Sqrt(size) + 1e-7, $"{node.Name}: the loss rises by {slope}, the gradient says {expected}.");

        double Moved(double step)
        {
            Span<double> parameters = plain.Parameters.AsSpan(node.ParameterOffset, direction.Length);
            double[] kept = parameters.ToArray();
            for (int i = 0; i < direction.Length; i++) parameters[i] += step * direction[i];
            double loss = plain.Loss(images, labels, Smoothing);
            kept.CopyTo(parameters);
            return loss;
        }
    }

    private static float[] Infer(Network network, float[] images)
    {
        using var packed = new PackedParameters(network, network.State, forTraining: false);
        using var worker = new NetworkWorker(network, packed, Room, training: false);
        images.CopyTo(new Span<float>(worker.Input, images.Length));

        worker.Forward(Count);

        return new ReadOnlySpan<float>(worker.Logits, Count * network.Classes).ToArray();
    }

    private static (float[] Logits, float[] LogitsGradient, float[] State) Train(Network network, float[] images, int[] labels)
    {
        using var packed = new PackedParameters(network, network.State, forTraining: true);
        using var worker = new NetworkWorker(network, packed, Room, training: true);
        using var slot = new GuardedBuffer(network.State.Length);
        slot.Span.Clear();
        int logitCount = Count * network.Classes;
        float[] logits = [], logitsGradient = [];

        // The second round finds the memory as the first one left it.
        for (int round = 0; round < 2; round++)
        {
            slot.Span.Clear();
            images.CopyTo(new Span<float>(worker.Input, images.Length));
            worker.Forward(Count, Key, slot.Pointer + network.ParameterCount);
            logits = new ReadOnlySpan<float>(worker.Logits, logitCount).ToArray();
            SoftmaxCrossEntropy.Run(worker.Logits, labels, network.Classes, Smoothing, 1f / Count, worker.LogitsGradient);
            logitsGradient = new ReadOnlySpan<float>(worker.LogitsGradient, logitCount).ToArray();
            worker.Backward(slot.Pointer);
        }

        slot.AssertGuardIntact();
        return (logits, logitsGradient, slot.ToArray());
    }

    private static float[] Images(Network network, int seed) => Randoms.Uniform(Count * network.InputShape.Size, seed + 900, -0.5f, 1);

    private static int[] Labels(int seed) => [seed % NetworkCases.Classes, 0, 3];

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
