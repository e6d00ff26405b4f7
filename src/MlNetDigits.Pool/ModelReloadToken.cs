using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ML;

/// <summary>A change token that fires once, when a model was reloaded.</summary>
public class ModelReloadToken : IChangeToken
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Tells that callbacks are called without polling.</summary>
    public bool ActiveChangeCallbacks => true;

    /// <summary>Tells whether the model was reloaded since the token was given.</summary>
    public bool HasChanged => _source.IsCancellationRequested;

    /// <summary>Registers what to call on the reload.</summary>
    /// <returns>Disposing it withdraws the callback.</returns>
    public IDisposable RegisterChangeCallback(Action<object> callback, object state) => _source.Token.Register(callback, state);

    /// <summary>Fires the token.</summary>
    public void OnReload() => _source.Cancel();
}
