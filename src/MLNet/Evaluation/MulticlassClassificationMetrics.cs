namespace Microsoft.ML.Data;

/// <summary>How well a multiclass classifier did on test data.</summary>
public sealed class MulticlassClassificationMetrics
{
    internal MulticlassClassificationMetrics()
    {
    }

    /// <summary>Mean of -ln(p) of the true class, in nats; 0 is perfect.</summary>
    public double LogLoss { get; internal init; }

    /// <summary>Share of the labels' entropy explained: 1 is perfect, 0 like guessing by frequency.</summary>
    public double LogLossReduction { get; internal init; }

    /// <summary>Mean over the classes present of the share predicted right, 0 to 1.</summary>
    public double MacroAccuracy { get; internal init; }

    /// <summary>Share of the rows predicted right, 0 to 1.</summary>
    public double MicroAccuracy { get; internal init; }

    /// <summary>Share of rows whose class is among the best <see cref="TopKPredictionCount"/>.</summary>
    public double TopKAccuracy { get; internal init; }

    /// <summary>The number of best classes that <see cref="TopKAccuracy"/> looks at. <value>0: none.</value></summary>
    public int TopKPredictionCount { get; internal init; }

    /// <summary>Top-k accuracies for k from 1 on, or null when none were asked for.</summary>
    public IReadOnlyList<double> TopKAccuracyForAllK { get; internal init; }

    /// <summary>The log-loss of each class's rows, 0 for absent classes.</summary>
    public IReadOnlyList<double> PerClassLogLoss { get; internal init; }

    /// <summary>How often each class was taken for each other.</summary>
    public ConfusionMatrix ConfusionMatrix { get; internal init; }
}
