namespace MlNetDigits.Networks.Training;

/// <summary>How a training went; the network holds the best weights.</summary>
/// <param name="History">What each epoch came to.</param>
/// <param name="BestEpoch">Epoch of the kept weights, or 0 if no epoch was finished.</param>
/// <param name="StoppedEarly">Whether validation no longer improved.</param>
/// <param name="Canceled">Whether the caller canceled.</param>
/// <param name="TrainSeconds">Time spent on training and validation, of earlier runs too when resumed.</param>
/// <param name="ImagesPerSecond">Training images for each second of training, validation left out.</param>
public sealed record TrainingResult(
    IReadOnlyList<EpochMetrics> History, int BestEpoch, bool StoppedEarly, bool Canceled, double TrainSeconds, double ImagesPerSecond)
{
    /// <summary>The metrics of the kept weights, or null if no epoch was finished.</summary>
    public EpochMetrics? Best => History.FirstOrDefault(epoch => epoch.Epoch == BestEpoch);
}
