using MlNetDigits.Networks.Layers;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class SequenceTrainingTests
{
    private static readonly Shape _shape = new(4, 24, 1);
    private static readonly TrainingOptions _options = new() { Epochs = 24, BatchSize = 16, MicroBatchSize = 8, LearningRate = 0.005f };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Train_SignsInARow_LearnsToReadThem(int seed)
    {
        Network network = Create(seed);

        TrainingResult result = NetworkTrainer.Train(network, Signs(400, 1), Signs(60, 2), _options with { Seed = seed });

        Assert.InRange(result.Best!.ValidationAccuracy, 0.9, 1);
    }

    [Fact]
    public void Train_AnyNumberOfThreads_GivesTheSameBits()
    {
        Network one = Create(3), three = Create(3);

        NetworkTrainer.Train(one, Signs(64, 1), options: _options with { Epochs = 2, Threads = 1 });
        NetworkTrainer.Train(three, Signs(64, 1), options: _options with { Epochs = 2, Threads = 3 });

        Assert.Equal(one.State, three.State);
    }

    [Fact]
    public void Train_SequencesThatDoNotFit_Throws()
    {
        ImageSet tooMany = ImageSet.FromSequences(_shape, new byte[_shape.Size], [new byte[7]]), unknown = ImageSet.FromSequences(_shape, new byte[_shape.Size], [[0, 2]]);
        Network flat = new NetworkBuilder(_shape).Add(new Flatten()).Add(new Dense(3)).Build("flat", 1), tall = new NetworkBuilder(_shape).Add(new Conv2D(3, 1)).Build("tall", 1);

        Assert.Contains("Image 0 has 7 labels, which need 13 frames, but the network gives 12", Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(Create(1), tooMany)).Message);
        Assert.Contains("Image 0 has label 2, but the network knows classes 0 to 1", Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(Create(1), unknown)).Message);
        Assert.Contains("sequences need 1 row", Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(tall, unknown)).Message);
        Assert.Contains("which need 2 frames, but the network gives 1", Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(flat, ImageSet.FromSequences(_shape, new byte[_shape.Size], [[0, 1]]))).Message);
        ImageSet fits = ImageSet.FromSequences(_shape, new byte[_shape.Size], [[0, 1]]);
        Assert.Contains("these have sequences: leave both out", Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(flat, fits, options: new TrainingOptions { LabelSmoothing = 0.1f })).Message);
    }

    [Fact]
    public void Split_Sequences_TakesTheShare()
    {
        ImageSet set = ImageSet.FromSequences(_shape, new byte[10 * _shape.Size], [.. Enumerable.Range(0, 10).Select(i => new[] { (byte)(i % 2) })]);

        (ImageSet rest, ImageSet taken) = set.Split(0.3, seed: 1);

        Assert.Equal((7, 3), (rest.Count, taken.Count));
    }

    private static Network Create(int seed) => new NetworkBuilder(_shape)
        .Add(new Conv2D(16, 3, padding: Padding.Same)).Add(new BatchNorm()).Add(new Relu()).Add(new MaxPool())
        .Add(new Conv2D(24, 2, kernelWidth: 1)).Add(new BatchNorm()).Add(new Relu()).Add(new Conv2D(3, 1, padding: Padding.Same, kernelWidth: 5)).Build("signs", seed);

    /// <summary>One to three upright bars or squares in a row, at least three columns apart, in noise.</summary>
    private static ImageSet Signs(int count, int seed)
    {
        var random = new RandomStream((ulong)seed);
        var pixels = new byte[count * _shape.Size];
        var sequences = new byte[count][];
        foreach (ref byte pixel in pixels.AsSpan()) pixel = (byte)random.Next(60);
        for (int i = 0; i < count; i++)
        {
            sequences[i] = new byte[1 + random.Next(3)];
            for (int sign = 0, x = 1; sign < sequences[i].Length; sign++, x += 7 + random.Next(2))
            {
                byte kind = sequences[i][sign] = (byte)random.Next(2);
                for (int y = 0; y < _shape.Height; y++)
                    for (int column = x; column < x + (kind == 0 ? 1 : 4); column++)
                        pixels[i * _shape.Size + y * _shape.Width + column] = 220;
            }
        }

        return ImageSet.FromSequences(_shape, pixels, sequences);
    }
}
