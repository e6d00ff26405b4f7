using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Evaluation.CrossValidation;

/// <summary>Trains on all folds but one and evaluates on that one, by ML.NET's <c>CrossValidate</c>.</summary>
public static class CrossValidator
{
    /// <summary>Trains once for each fold.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="images">The labelled rows.</param>
    /// <param name="estimator">A chain that makes keys of labels and trains, such as a <c>DigitPipeline</c>.</param>
    /// <param name="folds">Number of folds, at least 2. <value>5</value></param>
    /// <param name="seed">Seed of the split into folds. <value>1</value></param>
    /// <returns>Metrics of each fold, mean and spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds.</exception>
    /// <exception cref="InvalidDataException">A fold has no image.</exception>
    public static CrossValidationReport Run(MLContext ml, IDataView images, IEstimator<ITransformer> estimator, int folds = 5, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        if (images.GetRowCount() is { } rows && rows < 2L * folds)
            throw new InvalidDataException($"{rows} images are too few for {folds} folds: give at least {2L * folds}, or fewer folds.");
        FoldReport[] reports = [.. ml.MulticlassClassification.CrossValidate(images, estimator, folds, seed: seed).Select(Describe)];
        return new CrossValidationReport(
            seed, reports, Spread(fold => fold.MicroAccuracy), Spread(fold => fold.MacroAccuracy), Spread(fold => fold.LogLoss), Spread(fold => fold.LogLossReduction));

        SpreadReport Spread(Func<FoldReport, double> figure) => SpreadReport.Of([.. reports.Select(figure)]);
    }

    private static FoldReport Describe(TrainCatalogBase.CrossValidationResult<MulticlassClassificationMetrics> result)
    {
        MulticlassClassificationMetrics metrics = result.Metrics;
        int images = (int)Math.Round(metrics.ConfusionMatrix.Counts.Sum(row => row.Sum()));
        (result.Model as IDisposable)?.Dispose();
        if (images == 0)
            throw new InvalidDataException($"Fold {result.Fold + 1} has no image to evaluate: give more images, or fewer folds.");
        return new FoldReport(result.Fold + 1, images, metrics.MicroAccuracy, metrics.MacroAccuracy, metrics.LogLoss, double.IsFinite(metrics.LogLossReduction) ? metrics.LogLossReduction : double.NaN);
    }
}
