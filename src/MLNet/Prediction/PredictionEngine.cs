namespace Microsoft.ML;

/// <summary>Predicts one example at a time; not safe for use by several threads at once.</summary>
public sealed class PredictionEngine<TSrc, TDst> : PredictionEngineBase<TSrc, TDst>
    where TSrc : class
    where TDst : class, new()
{
    internal PredictionEngine(ITransformer transformer, PredictionEngineOptions options) : base(transformer, options)
    {
    }

    /// <summary>Predicts one example into an object, reusing it and its arrays.</summary>
    /// <exception cref="ArgumentNullException">The example is null.</exception>
    /// <exception cref="InvalidOperationException">A vector of the example has the wrong length.</exception>
    public override void Predict(TSrc example, ref TDst prediction)
    {
        ArgumentNullException.ThrowIfNull(example);
        prediction ??= new TDst();
        Fill(example, prediction);
    }
}
