using Microsoft.ML;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class ConvolutionalNetworkOptionsTests
{
    private static readonly Dictionary<string, (ConvolutionalNetworkOptions Options, string Value, string Limit)> Wrong = new()
    {
        ["architecture"] = (new() { Architecture = "transformer" }, "'transformer'", "tiny"),
        ["no architecture"] = (new() { Architecture = null! }, "''", "simple"),
        ["no epoch"] = (new() { Epoch = 0 }, "Epoch is 0", "at least 1"),
        ["empty batches"] = (new() { BatchSize = 0 }, "BatchSize is 0", "at least 1"),
        ["empty micro-batches"] = (new() { MicroBatchSize = 0 }, "MicroBatchSize is 0", "at least 1"),
        ["empty ensemble"] = (new() { Ensemble = 0 }, "Ensemble is 0", "from 1"),
        ["crowded ensemble"] = (new() { Ensemble = 101 }, "Ensemble is 101", "to 100"),
        ["no learning rate"] = (new() { LearningRate = 0 }, "LearningRate is 0", "above 0"),
        ["learning rate not a number"] = (new() { LearningRate = float.NaN }, "LearningRate is NaN", "above 0"),
        ["all smoothed"] = (new() { LabelSmoothing = 1 }, "LabelSmoothing is 1", "below 1"),
        ["all averaged"] = (new() { AverageDecay = 1 }, "AverageDecay is 1", "below 1"),
        ["refined too long"] = (new() { RefinementShare = 2 }, "RefinementShare is 2", "from 0 to 1"),
        ["all dropped"] = (new() { Dropout = 1 }, "Dropout is 1", "below 1"),
        ["negative dropout"] = (new() { Dropout = -0.1f }, "Dropout is -0.1", "at least 0"),
        ["no fraction"] = (new() { ValidationSetFraction = 0 }, "ValidationSetFraction is 0", "above 0"),
        ["whole fraction"] = (new() { ValidationSetFraction = 1 }, "ValidationSetFraction is 1", "below 1"),
        ["fraction not a number"] = (new() { ValidationSetFraction = float.NaN }, "ValidationSetFraction is NaN", "below 1"),
        ["early stopping without validation"] = (new() { ValidationSetFraction = null }, "Early stopping", "ValidationSetFraction"),
        ["no patience"] = (new() { EarlyStoppingCriteria = new EarlyStopping { Patience = 0 } }, "Patience is 0", "at least 1"),
        ["threads"] = (new() { Threads = -1 }, "Threads is -1", "from 0"),
        ["optimizer"] = (new() { Optimizer = new Sgd { Momentum = 2 } }, "Momentum is 2", "below 1"),
        ["no optimizer"] = (new() { Optimizer = null! }, "null", "Optimizer"),
        ["schedule"] = (new() { LearningRateSchedule = new CosineSchedule { Warmup = 1 } }, "Warmup is 1", "below 1"),
        ["no schedule"] = (new() { LearningRateSchedule = null! }, "null", "LearningRateSchedule"),
        ["augmentation"] = (new() { Augmentation = new AugmentationOptions { Scale = 2 } }, "Scale is 2", "0.9"),
        ["no augmentation"] = (new() { Augmentation = null! }, "null", "Augmentation"),
        ["shape"] = (new() { ImageShape = new Shape(28, 0, 1) }, "width 0", "at least 1"),
        ["resume without workspace"] = (new() { Resume = true }, "Resume", "WorkspacePath"),
        ["blank workspace"] = (new() { WorkspacePath = " " }, "WorkspacePath is blank", "name a folder"),
        ["equal columns"] = (new() { ScoreColumnName = "Label" }, "'Label'", "four different names"),
        ["equal columns of rejection"] = (new() { RejectionClass = "none", DigitScoreColumnName = "Label" }, "'Label'", "five different names"),
        ["blank rejection"] = (new() { RejectionClass = " " }, "RejectionClass is blank", "leave it null"),
        ["refused share"] = (new() { MostRefused = 1.5f }, "MostRefused is 1.5", "from 0 to 1"),
        ["blank column"] = (new() { FeatureColumnName = "" }, "''", "four different names"),
    };

    public static TheoryData<string> Names => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ConvolutionalNetwork_OptionOutOfRange_ThrowsNamingValueAndLimit(string name)
    {
        var trainers = new MLContext().MulticlassClassification.Trainers;

        var error = Assert.ThrowsAny<ArgumentException>(() => trainers.ConvolutionalNetwork(Wrong[name].Options));

        Assert.Contains(Wrong[name].Value, error.Message);
        Assert.Contains(Wrong[name].Limit, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Validate_Defaults_AreInRange()
    {
        var options = new ConvolutionalNetworkOptions();

        options.Validate();

        Assert.Equal("standard", options.Architecture);
    }
}
