using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class NetworkTrainerTests
{
    private static readonly ImageSet _train = TinyData.Images(64, 1);
    private static readonly ImageSet _validation = TinyData.Images(40, 2);
    private static readonly TrainingOptions _options = new() { Epochs = 3, BatchSize = 16, MicroBatchSize = 8, LearningRate = 0.002f, Threads = 1 };

    [Theory]
    [InlineData("standard", 1)]
    [InlineData("simple", 2)]
    [InlineData("resnet", 3)]
    [InlineData("tiny", 4)]
    [InlineData("lenet5", 5)]
    public void Train_TinyData_LearnsIt(string architecture, int seed)
    {
        Network network = Architecture.Create(architecture, TinyData.Shape, TinyData.Classes, seed);

        TrainingResult result = NetworkTrainer.Train(network, TinyData.Images(256, 1), _validation, _options with { Epochs = 12, Seed = seed, LearningRate = 0.005f });

        Assert.InRange(result.Best!.ValidationAccuracy, 0.95, 1);
        Assert.True(result.Best.ValidationLoss < result.History[0].ValidationLoss || result.BestEpoch == 1);
    }

    [Fact]
    public void Train_NoValidation_KeepsTheLastEpoch()
    {
        TrainingResult result = NetworkTrainer.Train(Simple(), _train, options: _options);

        Assert.Equal((3, false, false), (result.BestEpoch, result.StoppedEarly, result.Canceled));
        Assert.Equal([1, 2, 3], result.History.Select(epoch => epoch.Epoch));
        Assert.All(result.History, epoch => Assert.True(double.IsNaN(epoch.ValidationLoss) && epoch.Images == 64));
    }

    [Fact]
    public void Train_RefinementOfEveryEpoch_IsTrainingWithoutAugmentation()
    {
        Network refined = Simple(), plain = Simple();

        NetworkTrainer.Train(refined, _train, options: _options with { Augmentation = AugmentationOptions.Strong, RefinementShare = 1 });
        NetworkTrainer.Train(plain, _train, options: _options);

        Assert.Equal(plain.State, refined.State);
    }

    [Fact]
    public void Train_RefinementOfAThird_LeavesTheLastOfThreeEpochsUndistorted()
    {
        TrainingOptions augmented = _options with { Augmentation = AugmentationOptions.Strong };

        TrainingResult whole = NetworkTrainer.Train(Simple(), _train, options: augmented);
        TrainingResult refined = NetworkTrainer.Train(Simple(), _train, options: augmented with { RefinementShare = 0.3f });

        Assert.Equal(whole.History.Take(2).Select(epoch => epoch.TrainLoss), refined.History.Take(2).Select(epoch => epoch.TrainLoss));
        Assert.True(refined.History[2].TrainLoss < whole.History[2].TrainLoss);
    }

    [Fact]
    public void Train_LaterEpochsGetWorse_KeepsTheBestWeightsAndStops()
    {
        Network expected = Simple(), network = Simple();
        NetworkTrainer.Train(expected, _train, _validation, _options with { Epochs = 1 });

        TrainingResult result = NetworkTrainer.Train(network, _train, _validation, _options with
        {
            Epochs = 9, Schedule = new ActingSchedule(step => step < 4 ? 1 : -5), EarlyStopping = new EarlyStopping { Metric = EarlyStoppingMetric.Loss, Patience = 2 },
        });

        Assert.Equal((1, true, 3), (result.BestEpoch, result.StoppedEarly, result.History.Count));
        Assert.Equal(expected.State, network.State);
    }

    [Fact]
    public void Train_LossIsNoNumberAtFirst_LaterNumbersAreBetter()
    {
        float[] huge = [.. Enumerable.Repeat(1.5e38f, 256)];
        (byte[] pixels, int[] labels) = TinyData.Bytes(20, 1);
        Network network = Simple();

        TrainingResult result = NetworkTrainer.Train(network, _train, ImageSet.FromBytes(TinyData.Shape, pixels, labels, huge), _options with
        {
            Epochs = 2, Schedule = new ActingSchedule(step => step < 4 ? 1 : 0), EarlyStopping = new EarlyStopping { Metric = EarlyStoppingMetric.Loss },
        }, new EpochObserver(_ => network.Parameters.Clear()));

        Assert.True(double.IsNaN(result.History[0].ValidationLoss));
        Assert.Equal((2, true), (result.BestEpoch, double.IsFinite(result.Best!.ValidationLoss)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Train_NothingImproves_StopsAfterPatience(int patience)
    {
        TrainingResult result = NetworkTrainer.Train(Simple(), _train, _validation, _options with
        {
            Epochs = 20, Schedule = new ActingSchedule(_ => 0), EarlyStopping = new EarlyStopping { Patience = patience },
        });

        Assert.Equal((1 + patience, 1, true), (result.History.Count, result.BestEpoch, result.StoppedEarly));
    }

    [Fact]
    public void Train_ImprovementBelowMinDelta_DoesNotCount()
    {
        TrainingResult result = NetworkTrainer.Train(Simple(), _train, _validation, _options with
        {
            Epochs = 20, LearningRate = 1e-6f, EarlyStopping = new EarlyStopping { Metric = EarlyStoppingMetric.Loss, MinDelta = 0.5f, Patience = 2 },
        });

        Assert.Equal((3, 3, true), (result.History.Count, result.BestEpoch, result.StoppedEarly));
    }

    [Fact]
    public void Train_CanceledBeforeItStarts_LeavesTheNetworkAsItWas()
    {
        Network network = Simple();
        float[] before = [.. network.State];

        TrainingResult result = NetworkTrainer.Train(network, _train, _validation, _options, cancellationToken: new CancellationToken(true));

        Assert.Equal((0, true, null), (result.BestEpoch, result.Canceled, result.Best));
        Assert.Equal(before, network.State);
    }

    [Fact]
    public void Train_CanceledInTheSecondEpoch_ReturnsTheFirstOnesWeights()
    {
        using var source = new CancellationTokenSource();
        Network expected = Simple(), network = Simple();
        NetworkTrainer.Train(expected, _train, options: _options with { Epochs = 1 });

        TrainingResult result = NetworkTrainer.Train(network, _train, options: _options with { Schedule = ActingSchedule.AtStep(6, source.Cancel) }, cancellationToken: source.Token);

        Assert.Equal((1, true, false, 1), (result.BestEpoch, result.Canceled, result.StoppedEarly, result.History.Count));
        Assert.Equal(expected.State, network.State);
    }

    [Fact]
    public void Train_ObserverFails_KeepsTheBestWeights()
    {
        Network expected = Simple(), network = Simple();
        NetworkTrainer.Train(expected, _train, options: _options with { Epochs = 1 });

        Assert.Throws<InvalidCastException>(() => NetworkTrainer.Train(network, _train, options: _options with
        {
            Schedule = ActingSchedule.AtStep(6, () => throw new InvalidCastException()),
        }));

        Assert.Equal(expected.State, network.State);
    }

    [Fact]
    public void Train_Observer_IsToldOfEveryEpochAndItsLastBatch()
    {
        var observer = new EpochObserver();

        TrainingResult result = NetworkTrainer.Train(Simple(), _train, _validation, _options, observer);

        Assert.Equal(result.History, observer.Epochs);
        Assert.Equal([1, 2, 3], observer.Progress.Where(progress => progress.Batch == progress.Batches).Select(progress => progress.Epoch));
        Assert.All(observer.Progress, progress => Assert.True(progress is { Epochs: 3, Batches: 4, ImagesPerSecond: > 0 } && progress.Loss > 0));
    }

    [Fact]
    public void Train_FewerImagesThanABatch_TakesThemAll()
    {
        TrainingResult result = NetworkTrainer.Train(Simple(), TinyData.Images(5, 1), options: _options with { Epochs = 1 });

        Assert.Equal(5, result.History[0].Images);
    }

    [Fact]
    public void Train_ImagesOfAnotherShape_NamesBoth()
    {
        var network = Architecture.Create("simple", new Shape(28, 28, 1), 4);

        var error = Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(network, _train));

        Assert.Contains("The images are 22×22×1, but the network takes 28×28×1.", error.Message);
    }

    [Fact]
    public void Train_LabelOutOfRange_NamesImageLabelAndClasses()
    {
        (byte[] pixels, int[] labels) = TinyData.Bytes(8, 1);
        labels[6] = 4;

        var error = Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(Simple(), ImageSet.FromBytes(TinyData.Shape, pixels, labels)));

        Assert.Contains("Image 6 has label 4, but the network knows classes 0 to 3.", error.Message);
    }

    [Fact]
    public void Train_NoImages_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(Simple(), ImageSet.FromBytes(TinyData.Shape, [], [])));

        Assert.Contains("The set holds no image: give at least one.", error.Message);
    }

    [Fact]
    public void Train_EarlyStoppingWithoutValidation_NamesTheMend()
    {
        var error = Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(Simple(), _train, options: _options with { EarlyStopping = new EarlyStopping() }));

        Assert.Contains("give some, or set EarlyStopping to null", error.Message);
    }

    [Fact]
    public void Train_TeachersThatDoNotFit_NamesTheMend()
    {
        Network student = Simple();

        Assert.Contains("needs at least one teacher", Refused());
        Assert.Contains("A teacher takes 22×22×1 and knows 5 classes, but the student takes 22×22×1 and knows 4.", Refused(Architecture.Create("tiny", TinyData.Shape, 5)));
        Assert.Contains("A network cannot teach itself: give a copy of it.", Refused(student));

        string Refused(params Network[] teachers) =>
            Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(student, _train, options: _options with { Distillation = new Distillation { Teachers = teachers } })).Message;
    }

    private static Network Simple() => Architecture.Create("simple", TinyData.Shape, TinyData.Classes);
}
