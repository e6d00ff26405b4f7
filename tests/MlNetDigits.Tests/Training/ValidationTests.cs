using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class ValidationTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Fit_ValidationSetFraction_HoldsOutThatShareOfEachClass()
    {
        var digits = Sample.Train(200);
        var trainer = Trainer(Sample.Quick with { ValidationSetFraction = 0.25f });

        trainer.Fit(Sample.Prepared(_ml, digits));

        int expected = digits.Labels.ToArray().GroupBy(digit => digit).Sum(group => (int)Math.Round(group.Count() * 0.25));
        Assert.Equal((200 - expected, expected), (trainer.TrainingImages, trainer.ValidationImages));
        Assert.True(double.IsFinite(trainer.Result!.Best!.ValidationLoss));
    }

    [Fact]
    public void Fit_OtherValidationSetSeed_HoldsOutOtherRows()
    {
        var options = Sample.Quick with { Epoch = 1, ValidationSetFraction = 0.25f };

        double[] losses = [.. new[] { 1, 1, 2 }.Select(seed => LossWith(options with { ValidationSetSeed = seed }))];

        Assert.Equal(losses[0], losses[1]);
        Assert.NotEqual(losses[0], losses[2]);
    }

    [Fact]
    public void Fit_NoValidation_TrainsOnAllAndKeepsTheLastEpoch()
    {
        var trainer = Trainer(Sample.Quick with { Epoch = 2 });

        trainer.Fit(Sample.Prepared(_ml, Sample.Train(64)));

        Assert.Equal((64, 0, 2), (trainer.TrainingImages, trainer.ValidationImages, trainer.Result!.BestEpoch));
        Assert.Equal(double.NaN, trainer.Result.Best!.ValidationAccuracy);
    }

    [Fact]
    public void Fit_ValidationSet_TakesPrecedenceOverTheFraction()
    {
        var trainer = Trainer(Sample.Quick with { ValidationSet = Sample.Prepared(_ml, Sample.Test(50)), ValidationSetFraction = 0.5f });

        trainer.Fit(Sample.Prepared(_ml, Sample.Train(64)));

        Assert.Equal((64, 50), (trainer.TrainingImages, trainer.ValidationImages));
    }

    [Theory]
    [InlineData("lenet5")]
    [InlineData("tiny")]
    public void Fit_ValidationSet_MetricsAreThoseOfEvaluate(string architecture)
    {
        IDataView held = Sample.Prepared(_ml, Sample.Test(100));
        var trainer = Trainer(Sample.Learning with { Architecture = architecture, Epoch = 3, ValidationSet = held, EarlyStoppingCriteria = new EarlyStopping() });

        IDataView scored = trainer.Fit(Sample.Prepared(_ml, Sample.Train(200))).Transform(held);

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(scored);
        Assert.Equal(trainer.Result!.Best!.ValidationAccuracy, metrics.MicroAccuracy, 10);
        Assert.Equal(trainer.Result.Best.ValidationLoss, metrics.LogLoss, 5);
    }

    [Fact]
    public void Fit_NoImprovement_StopsEarlyWithTheBestWeights()
    {
        var patience = new EarlyStopping { Patience = 1, MinDelta = 1 };
        var trainer = Trainer(Sample.Quick with { Epoch = 20, ValidationSetFraction = 0.2f, EarlyStoppingCriteria = patience });

        trainer.Fit(Sample.Prepared(_ml, Sample.Train(100)));

        Assert.True(trainer.Result!.StoppedEarly);
        Assert.InRange(trainer.Result.History.Count, 1, 3);
    }

    [Fact]
    public void Fit_ValidationSetOfOtherClasses_ThrowsNamingBoth()
    {
        IDataView digits = _ml.Data.LoadFromEnumerable(Sample.Images(Sample.Test(50)));
        IDataView held = _ml.Transforms.Conversion.MapValueToKey("Label", keyData: Sample.Keys(_ml, 1, 3, 5))
            .Append(_ml.Transforms.NormalizePixels()).Fit(digits).Transform(digits);

        var error = Assert.Throws<ArgumentException>(() => Trainer(Sample.Quick with { ValidationSet = held }).Fit(Sample.Prepared(_ml, Sample.Train(50))));

        Assert.Contains("(1, 3, 5)", error.Message);
        Assert.Contains("same keys", error.Message);
    }

    private double LossWith(ConvolutionalNetworkOptions options)
    {
        var trainer = Trainer(options);
        trainer.Fit(Sample.Prepared(_ml, Sample.Train(200)));
        return trainer.Validation!.LogLoss;
    }

    private ConvolutionalNetworkTrainer Trainer(ConvolutionalNetworkOptions options) => _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options);
}
