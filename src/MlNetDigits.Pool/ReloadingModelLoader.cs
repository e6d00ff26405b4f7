using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>A loader of models whose source may change; a source that cannot be loaded leaves the model in use as it is.</summary>
internal abstract class ReloadingModelLoader(MLContext context, ILogger log) : ModelLoader, IDisposable
{
    private ModelReloadToken _token = new();
    private volatile ITransformer _model;
    private byte[] _hash = [];

    public sealed override ITransformer GetModel() => _model;

    public sealed override IChangeToken GetReloadToken() => Volatile.Read(ref _token);

    public abstract void Dispose();

    /// <summary>The source in words, for messages.</summary>
    protected abstract string Source { get; }

    protected ILogger Log => log;

    /// <summary>Loads the first model; errors are the caller's.</summary>
    protected void LoadFirst(byte[] bytes) => Load(bytes, SHA256.HashData(bytes));

    /// <summary>Loads a newer model unless the bytes are those of the last one tried, and fires the token.</summary>
    protected void Reload(byte[] bytes)
    {
        var hash = SHA256.HashData(bytes);
        if (hash.AsSpan().SequenceEqual(_hash))
            return;
        try
        {
            _hash = hash;
            Load(bytes, hash);
            PoolLog.Loaded(log, Source);
        }
        catch (Exception e)
        {
            Failed(e);
            return;
        }
        Interlocked.Exchange(ref _token, new ModelReloadToken()).OnReload();
    }

    protected void Failed(Exception error) => PoolLog.Failed(log, Source, error);

    private void Load(byte[] bytes, byte[] hash)
    {
        try
        {
            _model = context.Model.Load(new MemoryStream(bytes), out _);
        }
        catch (Exception e) when (e.ToString().Contains("ORT model verification failed", StringComparison.Ordinal))
        {
            // ML.NET writes graphs into files of random names, and ONNX Runtime takes one that ends with .ort for another format.
            _model = context.Model.Load(new MemoryStream(bytes), out _);
        }

        _hash = hash;
    }
}
