namespace MlNetDigits.Evaluation;

/// <summary>Intervals of metrics that are no plain shares.</summary>
/// <param name="LogLoss">Mean log-loss in nats.</param>
/// <param name="MacroAccuracy">Mean over the classes of the share recognized.</param>
/// <param name="MacroF1">Mean over the classes of F1.</param>
/// <param name="ClassF1">F1 of each class.</param>
internal sealed record BootstrapIntervals(ConfidenceInterval LogLoss, ConfidenceInterval MacroAccuracy, ConfidenceInterval MacroF1, IReadOnlyList<ConfidenceInterval> ClassF1);
