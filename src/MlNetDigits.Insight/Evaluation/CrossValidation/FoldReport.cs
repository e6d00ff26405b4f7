namespace MlNetDigits.Evaluation.CrossValidation;

/// <summary>ML.NET's metrics of one fold, on the images held out of its training.</summary>
/// <param name="Fold">Number of the fold, from 1.</param>
/// <param name="Images">Images held out.</param>
/// <param name="MicroAccuracy">Share of them recognized, 0 to 1.</param>
/// <param name="MacroAccuracy">Mean over the classes of the share recognized.</param>
/// <param name="LogLoss">Mean log-loss in nats.</param>
/// <param name="LogLossReduction">Log-loss saved against guessing by frequency; 1 is perfect, NaN where all images are of one class.</param>
public sealed record FoldReport(int Fold, int Images, double MicroAccuracy, double MacroAccuracy, double LogLoss, double LogLossReduction);
