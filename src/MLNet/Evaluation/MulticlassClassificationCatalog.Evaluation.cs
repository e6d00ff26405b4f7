using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class MulticlassClassificationCatalog
{
    /// <summary>Measures how well scores tell the classes of labelled data.</summary>
    /// <param name="data">The scored data.</param>
    /// <param name="labelColumnName">The column of the true class: a key, or class indices as floats.</param>
    /// <param name="scoreColumnName">The column of probabilities, one per class.</param>
    /// <param name="predictedLabelColumnName">The column of the predicted class; it must exist.</param>
    /// <param name="topKPredictionCount">How many best classes the top-k accuracy looks at. <value>0: none.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of an unsuitable type.</exception>
    public MulticlassClassificationMetrics Evaluate(
        IDataView data,
        string labelColumnName = "Label",
        string scoreColumnName = "Score",
        string predictedLabelColumnName = "PredictedLabel",
        int topKPredictionCount = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(scoreColumnName);
        ArgumentException.ThrowIfNullOrEmpty(predictedLabelColumnName);
        ArgumentOutOfRangeException.ThrowIfNegative(topKPredictionCount);
        return MulticlassEvaluator.Evaluate(data, labelColumnName, scoreColumnName, predictedLabelColumnName, topKPredictionCount);
    }

    /// <summary>Fits the estimator to all folds but one and measures it there, for each fold.</summary>
    /// <param name="data">The data to split into folds.</param>
    /// <param name="estimator">The estimator to fit, once per fold.</param>
    /// <param name="numberOfFolds">The number of folds. <value>5</value></param>
    /// <param name="labelColumnName">The column of the true class.</param>
    /// <param name="samplingKeyColumnName">Rows equal in this column share a fold. <value>null: each row for itself.</value></param>
    /// <param name="seed">The seed of the split. <value>null: the context's.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds, or a column is missing.</exception>
    public IReadOnlyList<CrossValidationResult<MulticlassClassificationMetrics>> CrossValidate(
        IDataView data,
        IEstimator<ITransformer> estimator,
        int numberOfFolds = 5,
        string labelColumnName = "Label",
        string samplingKeyColumnName = null,
        int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        var folds = new DataOperationsCatalog(Environment).CrossValidationSplit(data, numberOfFolds, samplingKeyColumnName, seed);
        return [.. folds.Select((fold, index) =>
        {
            var model = estimator.Fit(fold.TrainSet);
            var scored = model.Transform(fold.TestSet);
            return new CrossValidationResult<MulticlassClassificationMetrics>(model, Evaluate(scored, labelColumnName), scored, index);
        })];
    }
}
