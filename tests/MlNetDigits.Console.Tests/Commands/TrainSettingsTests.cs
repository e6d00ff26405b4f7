using MlNetDigits.Console.Commands;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Tests.Commands;

public sealed class TrainSettingsTests
{
    private static readonly TrainSettings Nothing = new() { Output = "artifacts" };

    [Fact]
    public void ToOptions_NothingGiven_KeepsTheTrainersDefaults() =>
        Assert.Equal(new ConvolutionalNetworkOptions(), Nothing.ToOptions());

    [Fact]
    public void ToOptions_EverythingGiven_TakesIt()
    {
        TrainSettings settings = Nothing with { Architecture = "tiny", Epochs = 3, BatchSize = 64, LearningRate = 0.01f, Optimizer = "sgd", Schedule = "cosine", Seed = 9, Augmentation = "strong", Patience = 2 };

        ConvolutionalNetworkOptions options = settings.ToOptions();

        Assert.Equal(("tiny", 3, 64, 0.01f, 9), (options.Architecture, options.Epoch, options.BatchSize, options.LearningRate, options.Seed));
        Assert.IsType<Sgd>(options.Optimizer);
        Assert.IsType<CosineSchedule>(options.LearningRateSchedule);
        Assert.Equal(AugmentationOptions.Strong, options.Augmentation);
        Assert.Equal(2, options.EarlyStoppingCriteria!.Patience);
    }

    [Fact]
    public void ToOptions_Preset_IsOverriddenByOtherOptions()
    {
        TrainSettings settings = Nothing with { Preset = "fast", Epochs = 5, WeightDecay = 0.5f, AverageDecay = 0.25f, MicroBatchSize = 8 };

        ConvolutionalNetworkOptions options = settings.ToOptions();

        Assert.Equal(ConvolutionalNetworkPresets.Fast with { Epoch = 5, Optimizer = new AdamW { WeightDecay = 0.5f }, AverageDecay = 0.25f, MicroBatchSize = 8 }, options);
    }

    [Fact]
    public void ToOptions_NoValidation_StopsLateAndStaysValid()
    {
        ConvolutionalNetworkOptions options = (Nothing with { ValidationFraction = 0 }).ToOptions();

        options.Validate();
        Assert.Null(options.ValidationSetFraction);
        Assert.Null(options.EarlyStoppingCriteria);
    }

    [Fact]
    public void ToOptions_PatienceZero_NeverStopsEarly()
    {
        ConvolutionalNetworkOptions options = (Nothing with { Patience = 0 }).ToOptions();

        Assert.Null(options.EarlyStoppingCriteria);
        Assert.NotNull(options.ValidationSetFraction);
    }
}
