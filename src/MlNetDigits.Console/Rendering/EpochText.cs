using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Rendering;

/// <summary>Writes an epoch's figures as text.</summary>
internal static class EpochText
{
    /// <summary>Writes losses, accuracies, time and speed.</summary>
    public static string Figures(EpochMetrics metrics)
    {
        string validation = double.IsNaN(metrics.ValidationAccuracy)
            ? string.Empty
            : $", validation loss {Format.Loss(metrics.ValidationLoss)}, validation accuracy {Format.Percent(metrics.ValidationAccuracy)}";
        return $"loss {Format.Loss(metrics.TrainLoss)}, accuracy {Format.Percent(metrics.TrainAccuracy)}{validation}, {Format.Seconds(metrics.Seconds)}, {Format.Speed(metrics)} images/s";
    }
}
