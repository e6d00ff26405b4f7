namespace Microsoft.ML.Runtime;

/// <summary>What sensitive content a message may have.</summary>
[Flags]
public enum MessageSensitivity
{
    /// <summary>Nothing sensitive.</summary>
    None = 0,

    /// <summary>Values of the user's data.</summary>
    UserData = 1,

    /// <summary>Names of columns and slots.</summary>
    Schema = 2,

    /// <summary>Not known, so maybe anything.</summary>
    Unknown = ~0,

    /// <summary>Everything.</summary>
    All = ~0,
}
