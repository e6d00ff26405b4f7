namespace MlNetDigits.Reports;

/// <summary>What a model reaches on the test images, in short.</summary>
/// <param name="MicroAccuracy">Share of them recognized, 0 to 1.</param>
/// <param name="MacroAccuracy">Mean over the digits of the share recognized.</param>
/// <param name="LogLoss">Mean log-loss in nats.</param>
public sealed record TestReport(double MicroAccuracy, double MacroAccuracy, double LogLoss);
