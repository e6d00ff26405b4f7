namespace Microsoft.ML.Runtime;

/// <summary>A pipe of messages that nobody listens to.</summary>
internal sealed class SilentPipe<TMessage>(Host host) : IPipe<TMessage>
{
    public string ContextDescription => host.ContextDescription;

    public TException Process<TException>(TException ex) where TException : Exception => ex;

    public void Send(TMessage msg)
    {
    }

    public void Dispose()
    {
    }
}
