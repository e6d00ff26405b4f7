using MlNetDigits.Evaluation;
using MlNetDigits.Training;

namespace MlNetDigits.Reports;

/// <summary>A training and what came of it: the content of <c>metrics.json</c>.</summary>
public sealed record TrainingReport
{
    /// <summary>Gets the architecture's name.</summary>
    public required string Architecture { get; init; }

    /// <summary>Gets the command line that leads to the same model, if one did.</summary>
    public string? Command { get; init; }

    /// <summary>Gets the networks whose probabilities are averaged.</summary>
    /// <value>Default 1: a single network.</value>
    public int Ensemble { get; init; } = 1;

    /// <summary>Gets the number of trained parameters.</summary>
    public required long Parameters { get; init; }

    /// <summary>Gets the epochs that were run.</summary>
    public required int Epochs { get; init; }

    /// <summary>Gets the epoch whose weights were kept, starting at 1.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>Gets why training ended.</summary>
    public required StopReason StoppedBy { get; init; }

    /// <summary>Gets the seed of every random number.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the images per step of the optimizer.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Gets the number of training images, validation excluded.</summary>
    public required int TrainImages { get; init; }

    /// <summary>Gets the duration of training in seconds, validation included.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Gets the training images processed per second.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Gets the largest memory the process held, in bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Gets the version of this library.</summary>
    public required string LibraryVersion { get; init; }

    /// <summary>Gets the kept weights' figures on the validation images, if there are any.</summary>
    public ValidationReport? Validation { get; init; }

    /// <summary>Gets the kept weights' figures on the test images.</summary>
    public required EvaluationReport Test { get; init; }

    /// <summary>Gets every run in the order of seeds, the kept one among them.</summary>
    /// <value>Default null: there was one run.</value>
    public IReadOnlyList<RunReport>? Runs { get; init; }

    /// <summary>Gets mean and spread of the runs' micro accuracy on the test images.</summary>
    /// <value>Default null: there was one run.</value>
    public SpreadReport? TestMicroAccuracy { get; init; }
}
