namespace Microsoft.ML.Runtime;

/// <summary>Opens channels that report progress.</summary>
public interface IProgressChannelProvider
{
    /// <summary>Opens a channel that reports the progress of one computation.</summary>
    IProgressChannel StartProgressChannel(string name);
}
