namespace Microsoft.ML.Runtime;

/// <summary>Reports the progress of one computation.</summary>
public interface IProgressChannel : IProgressChannelProvider, IDisposable
{
    /// <summary>Says what is reported and how to fetch it at any time.</summary>
    void SetHeader(ProgressHeader header, Action<IProgressEntry> fillAction);

    /// <summary>Reports values: the header's metrics, then its units.</summary>
    void Checkpoint(params double?[] values);
}
