using Microsoft.Extensions.ObjectPool;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>One model and its engines; when it is retired and no engine is out, both are freed.</summary>
internal sealed class EngineGeneration<TData, TPrediction>
    where TData : class
    where TPrediction : class, new()
{
    private readonly ObjectPool<EngineLease<TData, TPrediction>> _engines;
    // The pool that serves this generation counts as one user.
    private int _users = 1;

    public EngineGeneration(MLContext context, ITransformer model)
    {
        Model = model;
        _engines = new DefaultObjectPoolProvider().Create(new Policy(this, context));
    }

    public ITransformer Model { get; }

    /// <summary>Rents an engine, or gives null when the generation was retired.</summary>
    public EngineLease<TData, TPrediction> TryRent()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            if (users == 0)
                return null;
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);
        try
        {
            return _engines.Get();
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Return(EngineLease<TData, TPrediction> lease)
    {
        _engines.Return(lease);
        Leave();
    }

    /// <summary>Frees engines and model once the last engine is back.</summary>
    public void Retire() => Leave();

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) > 0)
            return;
        (_engines as IDisposable)?.Dispose();
        (Model as IDisposable)?.Dispose();
    }

    private sealed class Policy(EngineGeneration<TData, TPrediction> owner, MLContext context) : IPooledObjectPolicy<EngineLease<TData, TPrediction>>
    {
        public EngineLease<TData, TPrediction> Create() => new(
            owner,
            context.Model.CreatePredictionEngine<TData, TPrediction>(owner.Model, new PredictionEngineOptions { OwnsTransformer = false }));

        public bool Return(EngineLease<TData, TPrediction> lease) => true;
    }
}
