namespace Microsoft.ML.Runtime;

/// <summary>A log message of a component.</summary>
public readonly struct ChannelMessage
{
    private readonly string _format;
    private readonly object[] _args;

    /// <summary>How much the message matters.</summary>
    public readonly ChannelMessageKind Kind;

    /// <summary>What sensitive content the message may have.</summary>
    public readonly MessageSensitivity Sensitivity;

    internal ChannelMessage(ChannelMessageKind kind, MessageSensitivity sensitivity, string format, object[] args = null)
    {
        ArgumentNullException.ThrowIfNull(format);
        Kind = kind;
        Sensitivity = sensitivity;
        _format = format;
        _args = args;
    }

    /// <summary>The formatted text.</summary>
    public string Message => _args is null ? _format : string.Format(System.Globalization.CultureInfo.InvariantCulture, _format, _args);
}
