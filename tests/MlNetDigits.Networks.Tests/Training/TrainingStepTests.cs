using MlNetDigits.Measuring;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Tests.Reference;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class TrainingStepTests
{
    private const int Batch = 20;
    private static readonly int[] _order = [.. Enumerable.Range(0, 48).Select(i => (i * 29 + 5) % 48)];
    private static readonly ImageSet _images = TinyData.Images(48, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_PlainGradientDescent_FollowsTheSlopeOfTheWholeBatch(int threads)
    {
        Network network = Architecture.Create("lenet5", TinyData.Shape, TinyData.Classes);
        var plain = new PlainNetwork(network, Batch, key: null);
        float[] before = network.Parameters.ToArray();

        Run(network, new TrainingOptions { Optimizer = new Sgd { Momentum = 0 }, BatchSize = Batch, MicroBatchSize = 7, LabelSmoothing = 0.1f }, threads, learningRate: 0.1f);

        double[] gradient = [.. before.Zip(network.Parameters.ToArray(), (old, now) => (old - now) / 0.1)];
        (double[] pixels, int[] labels) = BatchOf(6);
        double[] direction = [.. Randoms.Uniform(before.Length, 9).Select(value => (double)value)];
        double slope = (Moved(1e-6) - Moved(-1e-6)) / 2e-6;
        Assert.Equal(gradient.Zip(direction, (g, d) => g * d).Sum(), slope, 2e-4 * Math.Sqrt(gradient.Sum(g => g * g)) + 1e-5);

        double Moved(double step)
        {
            for (int i = 0; i < before.Length; i++) plain.Parameters[i] = before[i] + step * direction[i];
            return plain.Loss(pixels, labels, 0.1);
        }
    }

    [Fact]
    public void Run_Metrics_AreThoseBeforeTheStep()
    {
        Network network = Architecture.Create("lenet5", TinyData.Shape, TinyData.Classes);
        (double[] pixels, int[] labels) = BatchOf(6);
        var plain = new PlainNetwork(network, Batch, key: null);

        BatchMetrics metrics = Run(network, new TrainingOptions { BatchSize = Batch, MicroBatchSize = 7 }, 2);

        double[][] logits = [.. plain.Logits(pixels).Chunk(TinyData.Classes)];
        Assert.Equal(plain.Loss(pixels, labels, 0) * Batch, metrics.Loss, 1e-4);
        Assert.Equal((logits.Zip(labels).Count(pair => Array.IndexOf(pair.First, pair.First.Max()) == pair.Second), Batch), (metrics.Correct, metrics.Count));
    }

    [Fact]
    public void Run_WeightDecay_ShrinksWeightsButNotBiasesNorScales()
    {
        Network network = NetworkCases.CreateRandom("tiny", 1), other = NetworkCases.CreateRandom("tiny", 1);
        ImageSet images = ImageSet.FromBytes(network.InputShape, new byte[Batch * network.InputShape.Size], new int[Batch]);
        var options = new TrainingOptions { BatchSize = Batch, Optimizer = new Sgd { Momentum = 0 } };

        Run(network, options, 1, 1, images);
        Run(other, options with { Optimizer = new Sgd { Momentum = 0, WeightDecay = 0.5f } }, 1, 1, images);

        foreach (NetworkNode node in network.Nodes)
        {
            float[] initial = NetworkCases.CreateRandom("tiny", 1).ParametersOf(node).ToArray(), plain = network.ParametersOf(node).ToArray(), decayed = other.ParametersOf(node).ToArray();
            for (int i = 0; i < plain.Length; i++)
                Assert.Equal(i < node.Layer.DecayedParameterCount ? plain[i] - 0.5f * initial[i] : plain[i], decayed[i], 1e-5f);
        }
    }

    [Fact]
    public void Run_RunningStatistics_FollowTheMicroBatchesByATenth()
    {
        var builder = new NetworkBuilder(TinyData.Shape);
        Network network = builder.Add(new BatchNorm()).Add(new Dense(TinyData.Classes)).Build("norm", 1);
        (double[] pixels, _) = BatchOf(6);

        Run(network, new TrainingOptions { BatchSize = Batch, MicroBatchSize = 10 }, 1);

        double[] means = [.. pixels.Chunk(pixels.Length / 2).Select(half => half.Average())];
        double variance = pixels.Chunk(pixels.Length / 2).Zip(means, (half, mean) => half.Average(value => Math.Pow(value - mean, 2))).Average();
        Assert.Equal(0.1 * means.Average(), network.State[^2], 1e-6);
        Assert.Equal(0.9 + 0.1 * variance, network.State[^1], 1e-6);
    }

    [Fact]
    public void Run_AverageDecay_AveragesWeightsAndStatistics()
    {
        Network network = Architecture.Create("tiny", TinyData.Shape, TinyData.Classes);
        double[] average = Array.ConvertAll(network.State, value => (double)value);
        var options = new TrainingOptions { BatchSize = 16, AverageDecay = 0.25f };
        var state = new TrainingState(network, options);
        using var team = new WorkerTeam(2);
        using var step = new TrainingStep(network, state, _images, options, team);

        for (int number = 1; number <= 3; number++)
        {
            step.Run(_order, 0, 16, 1, 0.01f);
            double keep = Math.Min(0.25, (1.0 + number) / (10 + number));
            for (int i = 0; i < average.Length; i++) average[i] = keep * average[i] + (1 - keep) * network.State[i];
        }

        Assert.All(average.Zip(state.Average), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.NotEqual(network.State, state.Average);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_AfterTheFirstSteps_AllocatesNothingOnAnyThread(int threads)
    {
        Network network = Architecture.Create("standard", TinyData.Shape, TinyData.Classes);
        var options = new TrainingOptions { BatchSize = 16, MicroBatchSize = 4, AverageDecay = 0.9f, Augmentation = AugmentationOptions.Strong with { ErasingProbability = 0.5f } };
        var state = new TrainingState(network, options);
        using var team = new WorkerTeam(threads);
        using var step = new TrainingStep(network, state, _images, options, team);
        using var evaluation = new NetworkEvaluation(network, state.Average, _images, team);
        Steps(5);

        long[] allocated = Allocation.OfEachRound(threads, team.Run, () => Steps(20));

        Assert.All(allocated, bytes => Assert.Equal(0, bytes));

        void Steps(int count)
        {
            for (int i = 0; i < count; i++)
            {
                step.Run(_order, 0, 16, 1, 0.001f);
                evaluation.Run();
            }
        }
    }

    private static BatchMetrics Run(Network network, TrainingOptions options, int threads, float learningRate = 0.001f, ImageSet? images = null)
    {
        var state = new TrainingState(network, options);
        using var team = new WorkerTeam(threads);
        using var step = new TrainingStep(network, state, images ?? _images, options, team);
        return step.Run(images is null ? _order : [.. Enumerable.Range(0, images.Count)], images is null ? 6 : 0, Batch, epoch: 1, learningRate);
    }

    private static (double[] Pixels, int[] Labels) BatchOf(int first)
    {
        int size = TinyData.Shape.Size;
        var values = new float[Batch * size];
        for (int i = 0; i < Batch; i++) _images.CopyTo(_order[first + i], values.AsSpan(i * size, size));
        return (Array.ConvertAll(values, value => (double)value), [.. _order[first..(first + Batch)].Select(_images.Label)]);
    }
}
