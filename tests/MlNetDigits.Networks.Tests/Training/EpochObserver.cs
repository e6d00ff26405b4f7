using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

/// <summary>Acts after an epoch and keeps what it was told.</summary>
internal sealed class EpochObserver(Action<int>? afterEpoch = null) : ITrainingObserver
{
    public List<TrainingProgress> Progress { get; } = [];

    public List<EpochMetrics> Epochs { get; } = [];

    public void OnProgress(TrainingProgress progress) => Progress.Add(progress);

    public void OnEpoch(EpochMetrics metrics)
    {
        Epochs.Add(metrics);
        afterEpoch?.Invoke(metrics.Epoch);
    }
}
