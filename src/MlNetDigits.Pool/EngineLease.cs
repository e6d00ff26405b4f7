using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>An engine, the generation it belongs to, and whether it is out.</summary>
internal sealed class EngineLease<TData, TPrediction>(EngineGeneration<TData, TPrediction> generation, PredictionEngine<TData, TPrediction> engine) : IDisposable
    where TData : class
    where TPrediction : class, new()
{
    private int _rented;

    public PredictionEngine<TData, TPrediction> Engine => engine;

    public void MarkRented() => Volatile.Write(ref _rented, 1);

    /// <summary>Takes the engine back into its own generation, however old.</summary>
    /// <returns>False when it was not out.</returns>
    public bool Return()
    {
        if (Interlocked.Exchange(ref _rented, 0) == 0)
            return false;
        generation.Return(this);
        return true;
    }

    public void Dispose() => engine.Dispose();
}
