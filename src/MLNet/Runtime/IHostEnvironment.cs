namespace Microsoft.ML.Runtime;

/// <summary>The environment that components live in.</summary>
public interface IHostEnvironment : IChannelProvider, IProgressChannelProvider
{
    /// <summary>The components that can be made by name.</summary>
    ComponentCatalog ComponentCatalog { get; }

    /// <summary>Makes the host of a component.</summary>
    /// <param name="name">The component's name, for messages.</param>
    /// <param name="seed">The seed of its random numbers. <value>null: drawn from this environment.</value></param>
    /// <param name="verbose">Whether it sends messages. <value>null: as this environment.</value></param>
    IHost Register(string name, int? seed = null, bool? verbose = null);
}
