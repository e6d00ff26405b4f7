namespace Microsoft.ML.Runtime;

/// <summary>Opens channels and pipes for messages.</summary>
public interface IChannelProvider : IExceptionContext
{
    /// <summary>Opens a channel of log messages.</summary>
    IChannel Start(string name);

    /// <summary>Opens a pipe of messages of any type.</summary>
    IPipe<TMessage> StartPipe<TMessage>(string name);
}
