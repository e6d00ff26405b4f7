namespace Microsoft.Extensions.ML;

/// <summary>Where a pool takes one of its models from.</summary>
public class PredictionEnginePoolOptions<TData, TPrediction>
    where TData : class
    where TPrediction : class, new()
{
    /// <summary>Gives the model and its reloads.</summary>
    public ModelLoader ModelLoader { get; set; }
}
