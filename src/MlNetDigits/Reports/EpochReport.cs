namespace MlNetDigits.Reports;

/// <summary>What one epoch of training reached: a row of <c>history.csv</c>.</summary>
public sealed record EpochReport
{
    /// <summary>Gets the epoch's number, starting at 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Gets the learning rate of the epoch's last batch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Gets the mean cross-entropy of the training images in nats.</summary>
    public required double Loss { get; init; }

    /// <summary>Gets the share of training images recognized, 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Gets the mean cross-entropy of the validation images, if there are any.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Gets the share of validation images recognized, if there are any.</summary>
    public double? ValidationAccuracy { get; init; }

    /// <summary>Gets the epoch's duration in seconds, validation included.</summary>
    public required double Seconds { get; init; }

    /// <summary>Gets the training images processed per second of training.</summary>
    public required double ImagesPerSecond { get; init; }

    /// <summary>Gets whether this epoch's weights were the best so far.</summary>
    public required bool IsBest { get; init; }
}
