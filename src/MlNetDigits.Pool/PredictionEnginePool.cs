using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>Prediction engines for many threads, of one model or several named ones that may be reloaded.</summary>
public class PredictionEnginePool<TData, TPrediction> : IDisposable
    where TData : class
    where TPrediction : class, new()
{
    private readonly MLContext _context;
    private readonly ILogger _log;
    private readonly IOptionsFactory<PredictionEnginePoolOptions<TData, TPrediction>> _options;
    private readonly ModelEngines<TData, TPrediction> _default;
    private readonly ConcurrentDictionary<string, Lazy<ModelEngines<TData, TPrediction>>> _named = new();
    private readonly ConditionalWeakTable<PredictionEngine<TData, TPrediction>, EngineLease<TData, TPrediction>> _leases = [];

    /// <summary>Makes a pool and loads the model without a name, if there is one.</summary>
    /// <exception cref="ArgumentException">The model's file is missing.</exception>
    public PredictionEnginePool(
        IServiceProvider serviceProvider,
        IOptions<MLOptions> mlContextOptions,
        IOptionsFactory<PredictionEnginePoolOptions<TData, TPrediction>> predictionEngineOptions)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        ArgumentNullException.ThrowIfNull(mlContextOptions);
        ArgumentNullException.ThrowIfNull(predictionEngineOptions);
        _context = mlContextOptions.Value.MLContext;
        _log = serviceProvider.GetRequiredService<ILogger<PredictionEnginePool<TData, TPrediction>>>();
        _options = predictionEngineOptions;
        if (predictionEngineOptions.Create("").ModelLoader is { } loader)
            _default = Load(loader);
    }

    /// <summary>Gives the named model in use; do not dispose it.</summary>
    /// <exception cref="ArgumentNullException">There is no model of that name.</exception>
    public ITransformer GetModel(string modelName) => Engines(modelName).Model;

    /// <summary>Gives the model without a name that is in use; do not dispose it.</summary>
    /// <exception cref="ArgumentException">There is no model without a name.</exception>
    public ITransformer GetModel() => GetModel("");

    /// <summary>Rents an engine of the model without a name; return it after use.</summary>
    /// <exception cref="ArgumentException">There is no model without a name.</exception>
    public PredictionEngine<TData, TPrediction> GetPredictionEngine() => GetPredictionEngine("");

    /// <summary>Rents an engine of a named model; return it after use.</summary>
    /// <exception cref="ArgumentNullException">There is no model of that name.</exception>
    public PredictionEngine<TData, TPrediction> GetPredictionEngine(string modelName) => Engines(modelName).Rent();

    /// <summary>Returns an engine of the model without a name.</summary>
    /// <exception cref="ArgumentException">The engine is not out, or not of this pool.</exception>
    public void ReturnPredictionEngine(PredictionEngine<TData, TPrediction> engine) => ReturnPredictionEngine("", engine);

    /// <summary>Returns an engine of a named model.</summary>
    /// <exception cref="ArgumentException">The engine is not out, or not of this pool.</exception>
    public void ReturnPredictionEngine(string modelName, PredictionEngine<TData, TPrediction> engine)
    {
        ArgumentNullException.ThrowIfNull(modelName);
        ArgumentNullException.ThrowIfNull(engine);
        if (!_leases.TryGetValue(engine, out var lease) || !lease.Return())
            throw new ArgumentException("The engine is not out: return each engine once, to the pool it was rented from.", nameof(engine));
    }

    void IDisposable.Dispose()
    {
        _default?.Dispose();
        foreach (var engines in _named.Values)
            if (engines.IsValueCreated)
                engines.Value.Dispose();
    }

    private ModelEngines<TData, TPrediction> Engines(string modelName)
    {
        ArgumentNullException.ThrowIfNull(modelName);
        if (modelName.Length == 0)
            return _default ?? throw new ArgumentException("You need to configure a default, not named, model before you use this method.", nameof(modelName));
        var engines = _named.GetOrAdd(modelName, name => new Lazy<ModelEngines<TData, TPrediction>>(() => LoadNamed(name)));
        try
        {
            return engines.Value;
        }
        catch
        {
            // What failed once, such as a missing file, may succeed later.
            _named.TryRemove(new(modelName, engines));
            throw;
        }
    }

    private ModelEngines<TData, TPrediction> LoadNamed(string modelName)
    {
        var poolOptions = _options.Create(modelName);
        if (poolOptions.ModelLoader is null)
            throw new ArgumentNullException(nameof(poolOptions), $"The pool has no model '{modelName}': name it with FromFile or FromUri.");
        return Load(poolOptions.ModelLoader);
    }

    private ModelEngines<TData, TPrediction> Load(ModelLoader loader) => new(_context, loader, _log, _leases);
}
