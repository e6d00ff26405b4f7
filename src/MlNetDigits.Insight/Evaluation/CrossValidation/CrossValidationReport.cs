namespace MlNetDigits.Evaluation.CrossValidation;

/// <summary>How well a training does, whichever share of the data it is tested on.</summary>
/// <param name="Seed">Seed of the split into folds.</param>
/// <param name="Folds">Metrics of each fold.</param>
/// <param name="MicroAccuracy">Mean and spread of the share recognized.</param>
/// <param name="MacroAccuracy">Mean and spread of the mean share over the classes.</param>
/// <param name="LogLoss">Mean and spread of the log-loss in nats.</param>
/// <param name="LogLossReduction">Mean and spread of the log-loss saved.</param>
public sealed record CrossValidationReport(
    int Seed, IReadOnlyList<FoldReport> Folds, SpreadReport MicroAccuracy, SpreadReport MacroAccuracy, SpreadReport LogLoss, SpreadReport LogLossReduction);
