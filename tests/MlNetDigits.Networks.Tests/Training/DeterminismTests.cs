using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class DeterminismTests
{
    private static readonly TrainingOptions _everything = new()
    {
        Epochs = 2, BatchSize = 20, MicroBatchSize = 7, LearningRate = 0.003f, LabelSmoothing = 0.1f, AverageDecay = 0.9f, Seed = 5, Threads = 1,
        Optimizer = new AdamW(), Schedule = new OneCycleSchedule(), EarlyStopping = new EarlyStopping(),
        Augmentation = AugmentationOptions.Strong with { ErasingProbability = 0.5f },
    };

    public static TheoryData<string> Architectures => NetworkCases.Architectures;

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Train_OneTwoOrThreeThreads_GivesTheSameBits(string architecture)
    {
        (float[] one, EpochMetrics[] history) = Train(architecture, _everything with { Threads = 1 });

        foreach (int threads in (int[])[2, 3])
        {
            (float[] more, EpochMetrics[] moreHistory) = Train(architecture, _everything with { Threads = threads });
            Assert.Equal(one, more);
            Assert.Equal(history, moreHistory);
        }
    }

    [Fact]
    public void Train_Sgd_GivesTheSameBitsOnThreeThreads()
    {
        TrainingOptions options = _everything with { Optimizer = new Sgd { WeightDecay = 0.001f } };

        Assert.Equal(Train("simple", options with { Threads = 1 }).State, Train("simple", options with { Threads = 3 }).State);
    }

    [Fact]
    public void Train_Distillation_GivesTheSameBitsOnThreeThreads()
    {
        Network[] teachers = [Architecture.Create("tiny", TinyData.Shape, TinyData.Classes, 8), Architecture.Create("lenet5", TinyData.Shape, TinyData.Classes, 9)];
        TrainingOptions options = _everything with { Distillation = new Distillation { Teachers = teachers } };

        float[] one = Train("simple", options).State;

        Assert.Equal(one, Train("simple", options with { Threads = 3 }).State);
        Assert.NotEqual(one, Train("simple", _everything).State);
    }

    public static TheoryData<string> Changes => new("Seed", "LearningRate", "Dropout off", "Augmentation", "RefinementShare", "LabelSmoothing", "AverageDecay", "MicroBatchSize");

    [Theory]
    [MemberData(nameof(Changes))]
    public void Train_OneOptionChanged_GivesOtherBits(string change)
    {
        TrainingOptions changed = change switch
        {
            "Seed" => _everything with { Seed = 6 },
            "LearningRate" => _everything with { LearningRate = 0.002f },
            "Augmentation" => _everything with { Augmentation = AugmentationOptions.Mild },
            "RefinementShare" => _everything with { RefinementShare = 0.5f },
            "LabelSmoothing" => _everything with { LabelSmoothing = 0 },
            "AverageDecay" => _everything with { AverageDecay = 0 },
            "MicroBatchSize" => _everything with { MicroBatchSize = 8 },
            _ => _everything,
        };

        Assert.NotEqual(Train("simple", _everything).State, Train("simple", changed, dropout: change == "Dropout off" ? 0 : null).State);
    }

    [Fact]
    public void Create_Seeds_DecideTheInitialWeights()
    {
        float[] first = NetworkCases.Create("resnet", 1).State, again = NetworkCases.Create("resnet", 1).State, other = NetworkCases.Create("resnet", 2).State;

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    private static (float[] State, EpochMetrics[] History) Train(string architecture, TrainingOptions options, float? dropout = null)
    {
        Network network = Architecture.Create(architecture, TinyData.Shape, TinyData.Classes, seed: 3, dropout);
        TrainingResult result = NetworkTrainer.Train(network, TinyData.Images(48, 1), TinyData.Images(40, 2), options);
        return (network.State, [.. result.History.Select(epoch => epoch with { Seconds = 0 })]);
    }
}
