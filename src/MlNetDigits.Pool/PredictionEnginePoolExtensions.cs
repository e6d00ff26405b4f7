namespace Microsoft.Extensions.ML;

/// <summary>Predicting with a rented engine in one call.</summary>
public static class PredictionEnginePoolExtensions
{
    /// <summary>Predicts an example with the model that has no name.</summary>
    /// <exception cref="ArgumentException">The pool has no such model.</exception>
    public static TPrediction Predict<TData, TPrediction>(this PredictionEnginePool<TData, TPrediction> predictionEnginePool, TData example)
        where TData : class
        where TPrediction : class, new() =>
        predictionEnginePool.Predict("", example);

    /// <summary>Predicts an example with the model of that name.</summary>
    /// <exception cref="ArgumentException">The pool has no such model.</exception>
    public static TPrediction Predict<TData, TPrediction>(this PredictionEnginePool<TData, TPrediction> predictionEnginePool, string modelName, TData example)
        where TData : class
        where TPrediction : class, new()
    {
        ArgumentNullException.ThrowIfNull(predictionEnginePool);
        var engine = predictionEnginePool.GetPredictionEngine(modelName);
        try
        {
            return engine.Predict(example);
        }
        finally
        {
            predictionEnginePool.ReturnPredictionEngine(modelName, engine);
        }
    }
}
