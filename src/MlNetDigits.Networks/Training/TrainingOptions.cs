using MlNetDigits.Networks.Augmentation;
using MlNetDigits.Networks.Optimizers;
using MlNetDigits.Networks.Schedules;

namespace MlNetDigits.Networks.Training;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Most passes over the training images.</summary>
    /// <value>Default 12; at least 1.</value>
    public int Epochs { get; init; } = 12;

    /// <summary>Images for each step; a remainder smaller than a batch waits for the next epoch's order.</summary>
    /// <value>Default 128; at least 1.</value>
    public int BatchSize { get; init; } = 128;

    /// <summary>Images that one thread takes through the network at a time, and whose statistics batch normalization uses.</summary>
    /// <value>Default 16; at least 1. Results depend on it, but not on the number of threads.</value>
    public int MicroBatchSize { get; init; } = 16;

    /// <summary>Learning rate that the schedule's factor multiplies.</summary>
    /// <value>Default 0.001; above 0.</value>
    public float LearningRate { get; init; } = 0.001f;

    /// <summary>How parameters follow their gradient.</summary>
    /// <value>Default <see cref="Adam"/>.</value>
    public Optimizer Optimizer { get; init; } = new Adam();

    /// <summary>How the learning rate changes.</summary>
    /// <value>Default constant.</value>
    public LearningRateSchedule Schedule { get; init; } = new ConstantSchedule();

    /// <summary>Share of the target that is spread over all classes.</summary>
    /// <value>Default 0; at least 0 and below 1.</value>
    public float LabelSmoothing { get; init; }

    /// <summary>Random changes of the training images.</summary>
    /// <value>Default none.</value>
    public AugmentationOptions Augmentation { get; init; } = AugmentationOptions.None;

    /// <summary>Share of the epochs, the last ones, that see the training images as they are.</summary>
    /// <value>Default 0: all are augmented; from 0 to 1, rounded to whole epochs. Without augmentation it changes nothing.</value>
    /// <remarks>Source: He et al., "Data augmentation revisited: rethinking the distribution gap between clean and augmented data", 2019.</remarks>
    public float RefinementShare { get; init; }

    /// <summary>Share of the moving average of weights that lasts to the next step; the average is what is validated and kept.</summary>
    /// <value>Default 0: no average; at least 0 and below 1.</value>
    public float AverageDecay { get; init; }

    /// <summary>Trained networks to learn from.</summary>
    /// <value>Default null: labels alone.</value>
    public Distillation? Distillation { get; init; }

    /// <summary>When to stop early.</summary>
    /// <value>Default null: never. Needs validation images.</value>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Seed of order, augmentation and dropout.</summary>
    /// <value>Default 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on it.</summary>
    /// <value>Default 0: one for each processor.</value>
    public int Threads { get; init; }

    /// <summary>File that holds the state of training after each epoch, replaced atomically.</summary>
    /// <value>Default null: none.</value>
    public string? CheckpointPath { get; init; }

    /// <summary>Whether to go on from the checkpoint, if it exists, to the bits of an uninterrupted training.</summary>
    /// <value>Default false.</value>
    public bool Resume { get; init; }

    /// <summary>The last epoch whose images are augmented; 0 when none are.</summary>
    internal int LastAugmentedEpoch => Augmentation.IsEnabled ? Epochs - (int)MathF.Round(Epochs * RefinementShare) : 0;

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        Guard.AtLeast(1, Epochs, nameof(Epochs));
        Guard.AtLeast(1, BatchSize, nameof(BatchSize));
        Guard.AtLeast(1, MicroBatchSize, nameof(MicroBatchSize));
        Guard.Positive(LearningRate, nameof(LearningRate));
        Guard.Below(0f, 1f, LabelSmoothing, nameof(LabelSmoothing));
        Guard.Between(0f, 1f, RefinementShare, nameof(RefinementShare));
        Guard.Below(0f, 1f, AverageDecay, nameof(AverageDecay));
        Guard.Between(0, 1024, Threads, nameof(Threads));
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(Schedule);
        ArgumentNullException.ThrowIfNull(Augmentation);
        Optimizer.Validate();
        Schedule.Validate();
        Augmentation.Validate();
        EarlyStopping?.Validate();
        if (Resume && CheckpointPath is null) throw new ArgumentException("Resume needs a CheckpointPath: name the file that holds the earlier training's state.", nameof(Resume));
    }
}
