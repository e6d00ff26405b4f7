using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>A log message as the context hands it to its listeners.</summary>
public class LoggingEventArgs : EventArgs
{
    /// <summary>Makes a message of text alone.</summary>
    public LoggingEventArgs(string message) => Message = message;

    /// <summary>Makes a message with its kind and source.</summary>
    public LoggingEventArgs(string message, ChannelMessageKind kind, string source)
    {
        RawMessage = message;
        Kind = kind;
        Source = source;
        Message = $"[Source={source}, Kind={kind}] {message}";
    }

    /// <summary>The text, with its source and kind in front if they are known.</summary>
    public string Message { get; }

    /// <summary>How much the message matters.</summary>
    public ChannelMessageKind Kind { get; }

    /// <summary>The component that sent the message.</summary>
    public string Source { get; }

    /// <summary>The text alone, null for messages without kind and source.</summary>
    public string RawMessage { get; }
}
