using System.Globalization;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class TrainingRecipeTests
{
    private static readonly ConvolutionalNetworkOptions Unusual = new()
    {
        Architecture = "tiny",
        Epoch = 3,
        BatchSize = 17,
        MicroBatchSize = 5,
        Ensemble = 2,
        LearningRate = 0.01f,
        Optimizer = new Sgd { Momentum = 0.5f, Nesterov = false, WeightDecay = 0.001f },
        LearningRateSchedule = new CosineSchedule { Warmup = 0.1, FinalFactor = 0.2 },
        EarlyStoppingCriteria = new EarlyStopping { Metric = EarlyStoppingMetric.Loss, Patience = 2, MinDelta = 0.5f },
        ValidationSetFraction = 0.3f,
        Seed = 99,
        Dropout = 0.25f,
        Augmentation = AugmentationOptions.Strong with { ErasingProbability = 0.5f },
        RefinementShare = 0.25f,
        LabelSmoothing = 0.1f,
        AverageDecay = 0.5f,
        ImageShape = new Shape(28, 28, 1),
    };

    [Fact]
    public void Parse_WhatToJsonWrote_GivesEqualOptions()
    {
        Assert.Equal(Unusual, TrainingRecipe.Parse(TrainingRecipe.ToJson(Unusual)));
        Assert.Equal(new ConvolutionalNetworkOptions(), TrainingRecipe.Parse(TrainingRecipe.ToJson(new ConvolutionalNetworkOptions())));
    }

    [Fact]
    public void ToJson_Rejection_IsThereWhereAClassIsForItAlone()
    {
        ConvolutionalNetworkOptions refusing = Unusual with { RejectionClass = "none", MostRefused = 0.01f };

        string without = TrainingRecipe.ToJson(Unusual with { MostRefused = 0.01f }), with = TrainingRecipe.ToJson(refusing);

        Assert.DoesNotContain("efused", without);
        Assert.Contains("\"rejectionClass\":\"none\",\"mostRefused\":0.01", with);
        Assert.Equal(refusing, TrainingRecipe.Parse(with));
    }

    [Fact]
    public void Parse_EveryOptimizerAndSchedule_GivesEqualOptions()
    {
        Optimizer[] optimizers = [new Sgd(), new Adam { Beta1 = 0.8f }, new AdamW { WeightDecay = 0 }];
        LearningRateSchedule[] schedules = [new ConstantSchedule(), new ExponentialSchedule { Staircase = false }, new CosineSchedule(), new OneCycleSchedule { Rise = 0.2 }];

        var options = optimizers.SelectMany(optimizer => schedules.Select(schedule => Unusual with { Optimizer = optimizer, LearningRateSchedule = schedule }));

        Assert.All(options, each => Assert.Equal(each, TrainingRecipe.Parse(TrainingRecipe.ToJson(each))));
    }

    [Fact]
    public void ToJson_PlacesAndCallbacks_AreLeftOut()
    {
        var options = Sample.Quick with { WorkspacePath = "/secret", Resume = true, Threads = 7, MetricsCallback = _ => { }, ScoreColumnName = "Odds", ValidationSet = Sample.Test(1), Distillation = new Distillation { Teachers = [] } };

        string json = TrainingRecipe.ToJson(options);

        Assert.StartsWith("{\"architecture\":\"lenet5\",\"epoch\":1,\"batchSize\":32,", json);
        Assert.DoesNotContain('\n', json);
        Assert.Equal(TrainingRecipe.ToJson(Sample.Quick), json);
    }

    [Fact]
    public void ToJson_AnotherCulture_GivesTheSameText()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = TrainingRecipe.ToJson(Unusual);

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        string json = TrainingRecipe.ToJson(Unusual);
        CultureInfo.CurrentCulture = before;

        Assert.Equal(expected, json);
        Assert.Contains("\"learningRate\":0.01", json);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"epochs\":3}")]
    [InlineData("{\"epoch\":\"three\"}")]
    [InlineData("{\"optimizer\":{\"kind\":\"Magic\"}}")]
    [InlineData("{\"optimizer\":{}}")]
    [InlineData("{\"epoch\":3")]
    public void Parse_NoRecipe_ThrowsInvalidData(string json)
    {
        var error = Assert.Throws<InvalidDataException>(() => TrainingRecipe.Parse(json));

        Assert.StartsWith("The recipe is n", error.Message);
    }

    [Fact]
    public void Parse_RecipeOfATraining_TrainsTheSameBytes()
    {
        ConvolutionalNetworkOptions options = Unusual with { Architecture = "lenet5", Epoch = 1, ImageShape = null };

        byte[] again = Sample.Bytes(TrainingRecipe.Parse(TrainingRecipe.ToJson(options)), Sample.Train(64));

        Assert.Equal(Sample.Bytes(options, Sample.Train(64)), again);
    }
}
