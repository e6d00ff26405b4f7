namespace Microsoft.ML.Runtime;

/// <summary>The context's settings as its components see them.</summary>
internal interface IEnvironmentSettings
{
    /// <summary>The context's seed, or null.</summary>
    int? Seed { get; }

    /// <summary>The GPU to run on, or null for the processor.</summary>
    int? GpuDeviceId { get; }

    /// <summary>Whether to run on the processor when the GPU fails.</summary>
    bool FallbackToCpu { get; }

    /// <summary>The folder for temporary files.</summary>
    string TempFilePath { get; }

    /// <summary>The options by name that packages leave in the context.</summary>
    EnvironmentOptions Options { get; }

    /// <summary>Hands a component's message to the listeners.</summary>
    void Log(string source, ChannelMessage message);
}
