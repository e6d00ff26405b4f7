namespace Microsoft.ML.Runtime;

/// <summary>A way for messages from a component to its environment.</summary>
public interface IPipe<TMessage> : IExceptionContext, IDisposable
{
    /// <summary>Sends one message.</summary>
    void Send(TMessage msg);
}
