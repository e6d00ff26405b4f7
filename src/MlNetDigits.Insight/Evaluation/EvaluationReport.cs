using System.Text.Json.Serialization;
using Microsoft.ML.Data;
using MlNetDigits.Training;

namespace MlNetDigits.Evaluation;

/// <summary>ML.NET's metrics of a model on one set of digits.</summary>
public sealed record EvaluationReport
{
    /// <summary>Gets the number of images counted.</summary>
    public required int Images { get; init; }

    /// <summary>Gets the share of images recognized, 0 to 1.</summary>
    public required double MicroAccuracy { get; init; }

    /// <summary>Gets the mean over the classes that have images of the share recognized.</summary>
    public required double MacroAccuracy { get; init; }

    /// <summary>Gets the mean log-loss in nats.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Gets the log-loss saved against guessing by frequency; 1 is perfect.</summary>
    /// <value>NaN where all images are of one class.</value>
    public required double LogLossReduction { get; init; }

    /// <summary>Gets the figures of each digit, in order.</summary>
    public required IReadOnlyList<ClassReport> Classes { get; init; }

    /// <summary>Gets the counts: rows are the true digit, columns the recognized one.</summary>
    public required int[][] Confusion { get; init; }

    /// <summary>Gets intervals, top-k, support and calibration; null where they were not computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvaluationStatistics? Statistics { get; init; }

    /// <summary>Gets what is refused as no digit at a digit score of 0.5; all other figures count images refused or not.</summary>
    /// <value>Null for a model without a class for rejection.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RejectionReport? Rejection { get; init; }

    /// <summary>Gets sentences on figures that these images leave without meaning.</summary>
    /// <value>Null where every class has images.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes => EvaluationNotes.Of(Classes) is { Length: > 0 } notes ? notes : null;

    /// <summary>Takes over the metrics that ML.NET's evaluation returned.</summary>
    /// <param name="metrics">The result of <c>MulticlassClassification.Evaluate</c>.</param>
    /// <param name="classNames">Names of the classes in the order of keys; default numbers from 0.</param>
    /// <returns>The same figures as plain data.</returns>
    public static EvaluationReport From(MulticlassClassificationMetrics metrics, IReadOnlyList<string>? classNames = null)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ConfusionMatrix matrix = metrics.ConfusionMatrix;
        // ML.NET gives 0 for shares of nothing.
        int[][] confusion = [.. matrix.Counts.Select(row => row.Select(count => (int)Math.Round(count)).ToArray())];
        return new EvaluationReport
        {
            Images = confusion.Sum(row => row.Sum()),
            MicroAccuracy = metrics.MicroAccuracy,
            MacroAccuracy = metrics.MacroAccuracy,
            LogLoss = metrics.LogLoss,
            LogLossReduction = double.IsFinite(metrics.LogLossReduction) && confusion.Count(row => row.Sum() > 0) > 1 ? metrics.LogLossReduction : double.NaN,
            Classes = [.. confusion.Select((row, digit) => new ClassReport(
                digit,
                row.Sum(),
                confusion.Sum(each => each[digit]) > 0 ? matrix.PerClassPrecision[digit] : double.NaN,
                row.Sum() > 0 ? matrix.PerClassRecall[digit] : double.NaN,
                row.Sum() > 0 ? metrics.PerClassLogLoss[digit] : double.NaN)
            {
                Name = classNames?[digit] ?? digit.ToString(System.Globalization.CultureInfo.InvariantCulture),
            })],
            Confusion = confusion,
        };
    }
}
