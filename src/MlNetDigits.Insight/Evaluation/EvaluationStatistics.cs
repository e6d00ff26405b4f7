using MlNetDigits.Evaluation.Calibration;

namespace MlNetDigits.Evaluation;

/// <summary>What ML.NET's metrics lack: intervals, top-k, support, calibration.</summary>
public sealed record EvaluationStatistics
{
    /// <summary>Gets the probability that an interval holds the true value.</summary>
    public required double ConfidenceLevel { get; init; }

    /// <summary>Gets the number of resamples of the bootstrap.</summary>
    public required int BootstrapSamples { get; init; }

    /// <summary>Gets the seed of the bootstrap.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the share of images recognized, with Wilson's interval.</summary>
    public required ConfidenceInterval Accuracy { get; init; }

    /// <summary>Gets the mean over the classes of the share recognized, by bootstrap.</summary>
    public required ConfidenceInterval MacroAccuracy { get; init; }

    /// <summary>Gets the mean over the classes of F1, by bootstrap.</summary>
    public required ConfidenceInterval MacroF1 { get; init; }

    /// <summary>Gets the mean log-loss in nats, by bootstrap.</summary>
    public required ConfidenceInterval LogLoss { get; init; }

    /// <summary>Gets the accuracies of the best k classes, from k = 1.</summary>
    public required IReadOnlyList<TopKAccuracy> TopK { get; init; }

    /// <summary>Gets the figures of each class, in the model's order.</summary>
    public required IReadOnlyList<ClassStatistics> Classes { get; init; }

    /// <summary>Gets how far confidences are to be believed.</summary>
    public required CalibrationReport Calibration { get; init; }
}
