namespace MlNetDigits.Networks.Training;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="LearningRate">Learning rate of the epoch's last step.</param>
/// <param name="TrainLoss">Mean cross-entropy in nats over the epoch's batches, as trained: augmented, with dropout and label smoothing.</param>
/// <param name="TrainAccuracy">Share of right answers over the same batches.</param>
/// <param name="ValidationLoss">Mean cross-entropy of the validation images in nats, or NaN without them.</param>
/// <param name="ValidationAccuracy">Share of right answers of the validation images, or NaN without them.</param>
/// <param name="Seconds">Training time of the epoch, validation left out.</param>
/// <param name="Images">Training images of the epoch.</param>
/// <param name="IsBest">Whether its weights are the best so far.</param>
/// <param name="Member">Number of the ensemble's member, from 1.</param>
public sealed record EpochMetrics(
    int Epoch, double LearningRate, double TrainLoss, double TrainAccuracy, double ValidationLoss, double ValidationAccuracy, double Seconds, long Images, bool IsBest,
    int Member = 1);
