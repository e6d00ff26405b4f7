using System.Globalization;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private const int Epochs = 3, StepsPerEpoch = 3;
    private static readonly ImageSet _validation = TinyData.Images(20, 2);

    private readonly TemporaryFolder _folder = new();
    private readonly TrainingOptions _options;

    public CheckpointTests()
    {
        _options = new TrainingOptions
        {
            Epochs = Epochs, BatchSize = 16, MicroBatchSize = 8, LearningRate = 0.0035f, AverageDecay = 0.9f, LabelSmoothing = 0.05f, Threads = 1,
            Optimizer = new AdamW(), Schedule = new CosineSchedule(), EarlyStopping = new EarlyStopping(), Augmentation = AugmentationOptions.Mild,
            CheckpointPath = _folder.File("training.checkpoint"),
        };
    }

    private string CheckpointPath => _options.CheckpointPath!;

    public void Dispose() => _folder.Dispose();

    public static TheoryData<int, string> EpochsAndOptimizers
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (string optimizer in (string[])[nameof(Sgd), nameof(Adam), nameof(AdamW)])
                for (int epoch = 1; epoch <= Epochs; epoch++) data.Add(epoch, optimizer);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EpochsAndOptimizers))]
    public void Resume_CanceledAfterAnEpoch_GivesTheBitsOfAnUninterruptedTraining(int epoch, string optimizer)
    {
        TrainingOptions options = _options with { Optimizer = optimizer switch { nameof(Sgd) => new Sgd(), nameof(Adam) => new Adam(), _ => new AdamW() }, AverageDecay = epoch == 2 ? 0 : 0.9f };
        (float[] expected, EpochMetrics[] history) = Train(options with { CheckpointPath = null });
        using var source = new CancellationTokenSource();

        Train(options, observer: new EpochObserver(done => { if (done == epoch) source.Cancel(); }), token: source.Token);
        (float[] resumed, EpochMetrics[] resumedHistory) = Train(options with { Resume = true, Threads = 2 }, networkSeed: 77);

        Assert.Equal(expected, resumed);
        Assert.Equal(history, resumedHistory);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    public void Resume_KilledAtAStep_GivesTheBitsOfAnUninterruptedTraining(int step)
    {
        TrainingOptions whole = _options with { Schedule = new ActingSchedule(_ => 1) };
        float[] expected = Train(whole with { CheckpointPath = null }).State;

        Assert.Throws<InvalidCastException>(() => Train(_options with { Schedule = ActingSchedule.AtStep(step, () => throw new InvalidCastException()) }));
        bool saved = File.Exists(CheckpointPath);
        float[] resumed = Train(whole with { Resume = true }).State;

        Assert.Equal(expected, resumed);
        Assert.Equal(step > StepsPerEpoch, saved);
    }

    [Fact]
    public void Resume_NoCheckpointYet_StartsAnew()
    {
        float[] expected = Train(_options with { CheckpointPath = null }).State;

        Assert.Equal(expected, Train(_options with { Resume = true }).State);
    }

    [Fact]
    public void Train_NotResuming_ReplacesTheCheckpoint()
    {
        File.WriteAllText(CheckpointPath, "of another training");

        float[] first = Train(_options).State;

        Assert.Equal(first, Train(_options with { Resume = true }).State);
        Assert.Equal([CheckpointPath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Resume_UnderAnotherCulture_GoesOn()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            float[] expected = Train(_options).State;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            Assert.Equal(expected, Train(_options with { Resume = true }).State);
            Assert.Equal("ar-SA", CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("truncated")]
    [InlineData("one byte longer")]
    [InlineData("one bit flipped")]
    [InlineData("text")]
    public void Resume_DamagedCheckpoint_NamesFileAndMendAndLeavesTheNetworkAsItWas(string damage)
    {
        Train(_options);
        byte[] bytes = File.ReadAllBytes(CheckpointPath);
        File.WriteAllBytes(CheckpointPath, damage switch
        {
            "empty" => [],
            "truncated" => bytes[..(bytes.Length / 2)],
            "one byte longer" => [.. bytes, 0],
            "one bit flipped" => [.. bytes[..5000], (byte)(bytes[5000] ^ 1), .. bytes[5001..]],
            _ => "This is no checkpoint, but a text of more than thirty-six bytes."u8.ToArray(),
        });

        AssertRefused(_options with { Resume = true }, "is damaged: delete it, or train without resuming.");
    }

    public static TheoryData<string, string> Others => new()
    {
        { "learning rate", "It has 'LearningRate = 0.0035' where this training has 'LearningRate = 0.001'" },
        { "optimizer", "It has 'Optimizer = AdamW { WeightDecay = 0.01' where this training has 'Optimizer = Sgd { WeightDecay = 0'" },
        { "epochs", "It has 'TrainingOptions { Epochs = 3' where this training has 'TrainingOptions { Epochs = 4'" },
        { "teacher", "It has 'Distillation = ' where this training has 'Distillation = 1 teachers with SHA-256 " },
        { "pixel", "It has 'training images 48 with SHA-256" },
        { "label", "It has 'training images 48 with SHA-256" },
        { "order", "It has 'training images 48 with SHA-256" },
        { "validation", "It has 'validation images 20 with SHA-256" },
        { "architecture", "It has 'architecture simple' where this training has 'architecture tiny'" },
        { "dropout", "It has 'dropout_1 0.5 after 6 and -2 with 0 parameters' where this training has 'dropout_1 0.25 after 6" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Resume_OfAnotherTraining_NamesTheDifferenceAndLeavesTheNetworkAsItWas(string change, string expected)
    {
        Train(_options);
        TrainingOptions options = change switch
        {
            "learning rate" => _options with { LearningRate = 0.001f },
            "optimizer" => _options with { Optimizer = new Sgd() },
            "epochs" => _options with { Epochs = 4 },
            "teacher" => _options with { Distillation = new Distillation { Teachers = [Simple(5)] } },
            _ => _options,
        };
        (byte[] pixels, int[] labels) = TinyData.Bytes(48, 1);
        if (change == "pixel") pixels[^1] ^= 1;
        if (change == "label") labels[^1] = 0;
        ImageSet train = ImageSet.FromBytes(TinyData.Shape, pixels, labels);
        if (change == "order") train = train.Sample(48, 1);

        AssertRefused(options with { Resume = true }, expected, train, change == "validation" ? TinyData.Images(20, 3) : null,
            Architecture.Create(change == "architecture" ? "tiny" : "simple", TinyData.Shape, TinyData.Classes, 9, change == "dropout" ? 0.25f : null));
    }

    [Fact]
    public void Train_CheckpointFolderMissing_FailsBeforeTheFirstStep()
    {
        Network network = Simple(1);
        float[] before = [.. network.State];
        string path = _folder.File(Path.Combine("missing", "a.checkpoint"));

        var error = Assert.Throws<IOException>(() => NetworkTrainer.Train(network, TinyData.Images(48, 1), _validation, _options with { CheckpointPath = path }));

        Assert.StartsWith($"The checkpoint '{path}' cannot be written: ", error.Message);
        Assert.EndsWith("Name a file in an existing folder that you may write to.", error.Message);
        Assert.Equal(before, network.State);
    }

    [Fact]
    public void Train_CheckpointIsAFolder_FailsBeforeTheFirstStep()
    {
        var error = Assert.Throws<IOException>(() => Train(_options with { CheckpointPath = _folder.Path }));

        Assert.Contains("is a folder", error.Message);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Train_FolderGoesDuringTraining_KeepsTheOldCheckpointAndTheBestWeights()
    {
        string folder = Directory.CreateDirectory(_folder.File("work")).FullName, away = _folder.File("away");
        TrainingOptions options = _options with { CheckpointPath = Path.Combine(folder, "a") };
        float[] expected = Train(_options).State;
        Network network = Simple(1);

        var error = Assert.Throws<IOException>(() => NetworkTrainer.Train(network, TinyData.Images(48, 1), _validation, options,
            new EpochObserver(epoch => { if (epoch == 1) Directory.Move(folder, away); })));

        Assert.StartsWith($"The checkpoint '{options.CheckpointPath}' of epoch 2 could not be written, an earlier one is as it was: ", error.Message);
        Assert.All(network.State, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(expected, Train(options with { CheckpointPath = Path.Combine(away, "a"), Resume = true }).State);
        Assert.Single(Directory.GetFiles(away));
    }

    private void AssertRefused(TrainingOptions options, string expected, ImageSet? train = null, ImageSet? validation = null, Network? network = null)
    {
        network ??= Simple(9);
        float[] before = [.. network.State];

        var error = Assert.Throws<InvalidDataException>(() => NetworkTrainer.Train(network, train ?? TinyData.Images(48, 1), validation ?? _validation, options));

        Assert.Contains($"'{CheckpointPath}'", error.Message);
        Assert.Contains("train without resuming", error.Message);
        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(before, network.State);
    }

    private static Network Simple(int seed) => Architecture.Create("simple", TinyData.Shape, TinyData.Classes, seed);

    private static (float[] State, EpochMetrics[] History) Train(TrainingOptions options, int networkSeed = 1, ITrainingObserver? observer = null, CancellationToken token = default)
    {
        Network network = Simple(networkSeed);
        TrainingResult result = NetworkTrainer.Train(network, TinyData.Images(48, 1), _validation, options, observer, token);
        return (network.State, [.. result.History.Select(epoch => epoch with { Seconds = 0 })]);
    }
}
