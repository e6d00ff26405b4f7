namespace MlNetDigits.Reports;

/// <summary>ML.NET's metrics of a model on one set of digits.</summary>
public sealed record EvaluationReport
{
    /// <summary>Gets the number of images counted.</summary>
    public required int Images { get; init; }

    /// <summary>Gets the share of images recognized, 0 to 1.</summary>
    public required double MicroAccuracy { get; init; }

    /// <summary>Gets the mean over the digits of the share recognized.</summary>
    public required double MacroAccuracy { get; init; }

    /// <summary>Gets the mean log-loss in nats.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Gets the log-loss saved against guessing by frequency; 1 is perfect.</summary>
    public required double LogLossReduction { get; init; }

    /// <summary>Gets the figures of each digit, in order.</summary>
    public required IReadOnlyList<ClassReport> Classes { get; init; }

    /// <summary>Gets the counts: rows are the true digit, columns the recognized one.</summary>
    public required int[][] Confusion { get; init; }
}
