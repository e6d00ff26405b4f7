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
    public void ToCommand_SomeOptions_AreThereInEveryCultureButPlacesAreNot()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        TrainSettings settings = Nothing with { Name = "mine", Threads = 3, Resume = true, Preset = "best", LearningRate = 0.0015f, Seeds = 3, Teacher = "my model.onnx" };

        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
        string command = settings.ToCommand();
        System.Globalization.CultureInfo.CurrentCulture = before;

        Assert.Equal("mlnet-digits train --preset best --learning-rate 0.0015 --seeds 3 --teacher \"my model.onnx\"", command);
    }

    [Fact]
    public void ToCommand_EverySetting_IsAnOptionOrAPlace()
    {
        string[] places = [nameof(TrainSettings.Name), nameof(TrainSettings.Output), nameof(TrainSettings.Threads), nameof(TrainSettings.Resume), nameof(TrainSettings.Search), nameof(TrainSettings.TrainTime), nameof(TrainSettings.Dataset), nameof(TrainSettings.HasReport)];
        TrainSettings all = Nothing with
        {
            Preset = "p", Architecture = "a", Epochs = 1, BatchSize = 1, MicroBatchSize = 1, LearningRate = 1, Optimizer = "o", WeightDecay = 1, Schedule = "s", Seed = 1, Seeds = 1,
            Ensemble = 1, Teacher = "t", ValidationFraction = 1, Patience = 1, Dropout = 1, LabelSmoothing = 1, Augmentation = "g", RefinementShare = 1, AverageDecay = 1, Limit = 1, Feedback = "f", RejectClass = "r", Drawn = 1,
        };

        Assert.Equal(typeof(TrainSettings).GetProperties().Length - places.Length, all.ToCommand().Split("--").Length - 1);
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
