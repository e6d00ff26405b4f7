namespace MlNetDigits.Networks.Training;

/// <summary>Where training stands within an epoch.</summary>
/// <param name="Epoch">Number of the epoch, from 1.</param>
/// <param name="Epochs">Most epochs.</param>
/// <param name="Batch">Batches done in the epoch.</param>
/// <param name="Batches">Batches of the epoch.</param>
/// <param name="Loss">Mean loss of the epoch so far.</param>
/// <param name="Accuracy">Share of right answers in the epoch so far.</param>
/// <param name="ImagesPerSecond">Training speed in the epoch so far.</param>
/// <param name="Member">Number of the ensemble's member, from 1.</param>
/// <param name="Members">Members of the ensemble; 1 for a single network.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Batch, int Batches, double Loss, double Accuracy, double ImagesPerSecond, int Member = 1, int Members = 1);
