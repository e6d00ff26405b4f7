using System.Diagnostics;
using MlNetDigits.Measuring;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Execution;
using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class TrainingCostTests
{
    private const int Batch = 1_000;

    private static readonly Shape _shape = new(3, 3, 1);

    /// <summary>Steps take turns, and the quickest of each set count: a busy machine slows some steps, but not all.</summary>
    [Fact]
    public void Step_ThousandToAMillionImages_CostsTheSameForEach()
    {
        using Rig few = new(Batch), many = new(1_000 * Batch);
        for (int number = 0; number < 30; number++) _ = (few.Step(0), many.Step(number));
        long fewest = long.MaxValue, most = long.MaxValue;
        int step = 0;

        long allocated = Allocation.OfEachRound(() =>
        {
            for (int end = step + 30; step < end; step++)
            {
                fewest = Math.Min(fewest, few.Step(0));
                most = Math.Min(most, many.Step(3 * step));
            }
        });

        Assert.True(most < 2 * fewest, $"A step took {fewest} ticks among a thousand images and {most} among a million.");
        Assert.Equal(0, allocated);
    }

    /// <summary>Training on one thread with images that augmentation makes from 200.</summary>
    private sealed class Rig : IDisposable
    {
        private readonly WorkerTeam _team = new(1);
        private readonly TrainingStep _step;
        private readonly int[] _order;

        public Rig(int images)
        {
            byte[] pixels = [.. Randoms.Uniform(200 * _shape.Size, 1, 0, 255).Select(value => (byte)value)];
            ImageSet set = ImageSet.FromBytes(_shape, pixels, [.. Enumerable.Range(0, 200).Select(i => i % 3)]).Repeat(images);
            Network network = new NetworkBuilder(_shape).Add(new Dense(3)).Build("dense", 1);
            var options = new TrainingOptions { BatchSize = Batch, MicroBatchSize = 200, Augmentation = new AugmentationOptions { Translation = 1 } };
            var random = new RandomStream(1);
            _order = ImageSet.AllRows(images);
            ImageSet.Shuffle(_order, ref random);
            _step = new TrainingStep(network, new TrainingState(network, options), set, options, _team);
        }

        /// <summary>Runs a step and gives its ticks.</summary>
        public long Step(int number)
        {
            long start = Stopwatch.GetTimestamp();
            _step.Run(_order, number * Batch, Batch, epoch: 1, learningRate: 0.001f);
            return Stopwatch.GetTimestamp() - start;
        }

        public void Dispose()
        {
            _step.Dispose();
            _team.Dispose();
        }
    }
}
