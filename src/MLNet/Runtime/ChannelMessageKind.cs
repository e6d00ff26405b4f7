namespace Microsoft.ML.Runtime;

/// <summary>How much a log message matters.</summary>
public enum ChannelMessageKind
{
    /// <summary>Helps to follow a computation.</summary>
    Trace = 0,

    /// <summary>Information for users.</summary>
    Info = 1,

    /// <summary>Something that users should look at.</summary>
    Warning = 2,

    /// <summary>Something failed.</summary>
    Error = 3,
}
