using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>The engines of one of a pool's models: those of its present generation, exchanged on a reload.</summary>
internal sealed class ModelEngines<TData, TPrediction> : IDisposable
    where TData : class
    where TPrediction : class, new()
{
    private readonly MLContext _context;
    private readonly ModelLoader _loader;
    private readonly ILogger _log;
    private readonly ConditionalWeakTable<PredictionEngine<TData, TPrediction>, EngineLease<TData, TPrediction>> _leases;
    private readonly IDisposable _subscription;
    private readonly Lock _gate = new();
    private EngineGeneration<TData, TPrediction> _current;
    private bool _disposed;

    public ModelEngines(
        MLContext context,
        ModelLoader loader,
        ILogger log,
        ConditionalWeakTable<PredictionEngine<TData, TPrediction>, EngineLease<TData, TPrediction>> leases)
    {
        _context = context;
        _loader = loader;
        _log = log;
        _leases = leases;
        // Subscribed first, so that no reload falls between.
        _subscription = ChangeToken.OnChange(loader.GetReloadToken, Reload);
        try
        {
            Exchange();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The model that engines rented now have, which a loader exchanges a moment before its token fires.</summary>
    public ITransformer Model => Volatile.Read(ref _current)?.Model ?? throw new ObjectDisposedException(typeof(PredictionEnginePool<TData, TPrediction>).FullName);

    public PredictionEngine<TData, TPrediction> Rent()
    {
        while (true)
        {
            var generation = Volatile.Read(ref _current);
            ObjectDisposedException.ThrowIf(generation is null, typeof(PredictionEnginePool<TData, TPrediction>));
            if (generation.TryRent() is not { } lease)
                continue;
            lease.MarkRented();
            if (ReferenceEquals(generation, Volatile.Read(ref _current)))
            {
                _leases.TryAdd(lease.Engine, lease);
                return lease.Engine;
            }
            // A reload came between: take an engine of the new model.
            lease.Return();
        }
    }

    public void Dispose()
    {
        EngineGeneration<TData, TPrediction> last;
        lock (_gate)
        {
            _disposed = true;
            last = _current;
            Volatile.Write(ref _current, null);
        }

        // Outside the lock: a reload under way holds the loader's lock and waits for this one.
        _subscription.Dispose();
        (_loader as IDisposable)?.Dispose();
        last?.Retire();
    }

    private void Reload()
    {
        try
        {
            Exchange();
        }
        catch (Exception e)
        {
            PoolLog.Failed(_log, _loader.GetType().Name, e);
        }
    }

    private void Exchange()
    {
        // The model is asked for under the lock: of two reloads at once, the later one's stays.
        lock (_gate)
        {
            if (_disposed)
                return;
            var model = _loader.GetModel() ?? throw new InvalidOperationException($"The {_loader.GetType().Name} gave no model.");
            var old = _current;
            if (ReferenceEquals(old?.Model, model))
                return;
            Volatile.Write(ref _current, new EngineGeneration<TData, TPrediction>(_context, model));
            old?.Retire();
        }
    }
}
