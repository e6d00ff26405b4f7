namespace Microsoft.ML.Runtime;

/// <summary>A pipe of log messages.</summary>
public interface IChannel : IPipe<ChannelMessage>
{
    /// <summary>Sends what helps to follow a computation.</summary>
    void Trace(MessageSensitivity sensitivity, string fmt);

    /// <summary>Sends what helps to follow a computation, formatted.</summary>
    void Trace(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Sends an error.</summary>
    void Error(MessageSensitivity sensitivity, string fmt);

    /// <summary>Sends an error, formatted.</summary>
    void Error(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Sends a warning.</summary>
    void Warning(MessageSensitivity sensitivity, string fmt);

    /// <summary>Sends a warning, formatted.</summary>
    void Warning(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Sends information for users.</summary>
    void Info(MessageSensitivity sensitivity, string fmt);

    /// <summary>Sends information for users, formatted.</summary>
    void Info(MessageSensitivity sensitivity, string fmt, params object[] args);
}
