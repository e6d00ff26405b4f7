using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class TrainingOptionsTests
{
    public static TheoryData<string, TrainingOptions> OutOfRange => new()
    {
        { "Epochs is 0, but must be at least 1", new() { Epochs = 0 } },
        { "BatchSize is -1, but must be at least 1", new() { BatchSize = -1 } },
        { "MicroBatchSize is 0, but must be at least 1", new() { MicroBatchSize = 0 } },
        { "LearningRate is 0, but must be a finite number above 0", new() { LearningRate = 0 } },
        { "LearningRate is NaN, but must be a finite number above 0", new() { LearningRate = float.NaN } },
        { "LearningRate is Infinity, but must be a finite number above 0", new() { LearningRate = float.PositiveInfinity } },
        { "LabelSmoothing is 1, but must be at least 0 and below 1", new() { LabelSmoothing = 1 } },
        { "RefinementShare is 1.5, but must be from 0 to 1", new() { RefinementShare = 1.5f } },
        { "AverageDecay is -0.5, but must be at least 0 and below 1", new() { AverageDecay = -0.5f } },
        { "Threads is 1025, but must be from 0 to 1024", new() { Threads = 1025 } },
        { "WeightDecay is -1, but must be from 0 to 1", new() { Optimizer = new Adam { WeightDecay = -1 } } },
        { "Beta1 is 1, but must be at least 0 and below 1", new() { Optimizer = new Adam { Beta1 = 1 } } },
        { "Beta2 is NaN, but must be at least 0 and below 1", new() { Optimizer = new AdamW { Beta2 = float.NaN } } },
        { "Epsilon is 0, but must be a finite number above 0", new() { Optimizer = new AdamW { Epsilon = 0 } } },
        { "Momentum is 1, but must be at least 0 and below 1", new() { Optimizer = new Sgd { Momentum = 1 } } },
        { "DecayRate is 0, but must be a finite number above 0", new() { Schedule = new ExponentialSchedule { DecayRate = 0 } } },
        { "DecayRate is 1.5, but must be from 0 to 1", new() { Schedule = new ExponentialSchedule { DecayRate = 1.5 } } },
        { "EpochsPerDecay is 0, but must be a finite number above 0", new() { Schedule = new ExponentialSchedule { EpochsPerDecay = 0 } } },
        { "Warmup is 1, but must be at least 0 and below 1", new() { Schedule = new CosineSchedule { Warmup = 1 } } },
        { "FinalFactor is 2, but must be from 0 to 1", new() { Schedule = new CosineSchedule { FinalFactor = 2 } } },
        { "Rise is 0, but must be from 0.001 to 0.999", new() { Schedule = new OneCycleSchedule { Rise = 0 } } },
        { "InitialFactor is -1, but must be from 0 to 1", new() { Schedule = new OneCycleSchedule { InitialFactor = -1 } } },
        { "Patience is 0, but must be at least 1", new() { EarlyStopping = new EarlyStopping { Patience = 0 } } },
        { "MinDelta is -1, but must be at least 0", new() { EarlyStopping = new EarlyStopping { MinDelta = -1 } } },
        { "Augmentation's Scale is 5; give a value from 0 to 0.9", new() { Augmentation = new AugmentationOptions { Scale = 5 } } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_OutOfRange_NamesValueAndLimit(string expected, TrainingOptions options)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(options.Validate);

        Assert.StartsWith(expected, error.Message);
    }

    [Fact]
    public void Validate_ResumeWithoutCheckpointPath_NamesTheMend()
    {
        var error = Assert.Throws<ArgumentException>(new TrainingOptions { Resume = true }.Validate);

        Assert.Contains("Resume needs a CheckpointPath: name the file", error.Message);
    }

    [Fact]
    public void Validate_Null_NamesTheOption()
    {
        Assert.Throws<ArgumentNullException>("Optimizer", new TrainingOptions { Optimizer = null! }.Validate);
        Assert.Throws<ArgumentNullException>("Schedule", new TrainingOptions { Schedule = null! }.Validate);
        Assert.Throws<ArgumentNullException>("Augmentation", new TrainingOptions { Augmentation = null! }.Validate);
    }

    [Fact]
    public void Validate_Defaults_AreValid() => new TrainingOptions { EarlyStopping = new EarlyStopping() }.Validate();
}
