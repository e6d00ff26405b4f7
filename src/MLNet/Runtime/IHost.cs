namespace Microsoft.ML.Runtime;

/// <summary>The environment of one component, with its own random numbers.</summary>
public interface IHost : IHostEnvironment
{
    /// <summary>The component's random numbers.</summary>
    Random Rand { get; }
}
