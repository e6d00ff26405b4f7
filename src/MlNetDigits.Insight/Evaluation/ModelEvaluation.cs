using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Evaluation.Calibration;

namespace MlNetDigits.Evaluation;

/// <summary>Evaluates scored images: ML.NET's metrics, and the statistics that they lack.</summary>
public static class ModelEvaluation
{
    /// <summary>Computes metrics and statistics of one model on one set of images.</summary>
    /// <param name="images">The scores, at least one image.</param>
    /// <param name="options">Level of confidence, bootstrap, top-k; default <see cref="EvaluationOptions"/>.</param>
    /// <param name="calibration">Validation images to fit a temperature on; default none.</param>
    /// <returns>ML.NET's metrics with <see cref="EvaluationReport.Statistics"/>.</returns>
    /// <exception cref="ArgumentException">There is no image, or an option is out of range.</exception>
    public static EvaluationReport Evaluate(ScoredImages images, EvaluationOptions? options = null, CalibrationSource? calibration = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0) throw new ArgumentException("There is no image to evaluate: give at least one.", nameof(images));
        options ??= new EvaluationOptions();
        options.Validate();
        var ml = new MLContext();
        MulticlassClassificationMetrics metrics = ml.MulticlassClassification.Evaluate(
            ScoredRow.ToView(ml, images), topKPredictionCount: Math.Min(options.TopK, images.Classes));
        EvaluationReport report = EvaluationReport.From(metrics, images.ClassNames);
        return report with { Rejection = images.Rejection, Statistics = Describe(images, report, metrics.TopKAccuracyForAllK, options, calibration ?? CalibrationSource.None) };
    }

    private static EvaluationStatistics Describe(
        ScoredImages images, EvaluationReport report, IReadOnlyList<double> topK, EvaluationOptions options, CalibrationSource calibration)
    {
        BootstrapIntervals intervals = new Bootstrap(images).Run(options);
        return new EvaluationStatistics
        {
            ConfidenceLevel = options.ConfidenceLevel,
            BootstrapSamples = options.BootstrapSamples,
            Seed = options.Seed,
            Accuracy = Share(report.MicroAccuracy * images.Count, images.Count),
            MacroAccuracy = intervals.MacroAccuracy,
            MacroF1 = intervals.MacroF1,
            LogLoss = intervals.LogLoss,
            TopK = [.. topK.Select((accuracy, index) => new TopKAccuracy(index + 1, Share(accuracy * images.Count, images.Count)))],
            Classes = [.. images.ClassNames.Select(Class)],
            Calibration = CalibrationReport.Create(images, calibration, options.CalibrationBins),
        };

        ConfidenceInterval Share(double hits, int whole) => WilsonInterval.Of((int)Math.Round(hits), whole, options.ConfidenceLevel);

        ClassStatistics Class(string name, int index)
        {
            int support = report.Confusion[index].Sum(), predicted = report.Confusion.Sum(row => row[index]), hits = report.Confusion[index][index];
            return new ClassStatistics(name, support, predicted, Share(hits, predicted), Share(hits, support), intervals.ClassF1[index]);
        }
    }
}
