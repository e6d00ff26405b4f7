using System.Text.Json.Serialization;
using Microsoft.ML.Data;

namespace MlNetDigits.Evaluation;

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

    /// <summary>Gets the log-loss saved against guessing by frequency; 1 is perfect, NaN with images of one class alone.</summary>
    public required double LogLossReduction { get; init; }

    /// <summary>Gets the figures of each digit, in order.</summary>
    public required IReadOnlyList<ClassReport> Classes { get; init; }

    /// <summary>Gets the counts: rows are the true digit, columns the recognized one.</summary>
    public required int[][] Confusion { get; init; }

    /// <summary>Gets intervals, top-k, support and calibration; null where they were not computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvaluationStatistics? Statistics { get; init; }

    /// <summary>Takes over the metrics that ML.NET's evaluation returned.</summary>
    /// <param name="metrics">The result of <c>MulticlassClassification.Evaluate</c>.</param>
    /// <param name="classNames">Names of the classes in the order of keys; default numbers from 0.</param>
    /// <returns>The same figures as plain data.</returns>
    public static EvaluationReport From(MulticlassClassificationMetrics metrics, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ConfusionMatrix matrix = metrics.ConfusionMatrix;
        int[][] confusion = [.. matrix.Counts.Select(row => row.Select(count => (int)Math.Round(count)).ToArray())];
        return new EvaluationReport
        {
            Images = confusion.Sum(row => row.Sum()),
            MicroAccuracy = metrics.MicroAccuracy,
            MacroAccuracy = metrics.MacroAccuracy,
            LogLoss = metrics.LogLoss,
            LogLossReduction = double.IsFinite(metrics.LogLossReduction) ? metrics.LogLossReduction : double.NaN,
            Classes = [.. confusion.Select((row, digit) => new ClassReport(
                digit, row.Sum(), matrix.PerClassPrecision[digit], matrix.PerClassRecall[digit], metrics.PerClassLogLoss[digit])
            {
                Name = classNames?[digit] ?? digit.ToString(System.Globalization.CultureInfo.InvariantCulture),
            })],
            Confusion = confusion,
        };
    }
}
