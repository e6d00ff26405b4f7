using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Saving, loading and use of models.</summary>
public sealed partial class ModelOperationsCatalog
{
    internal ModelOperationsCatalog(IHostEnvironment environment) => Environment = environment.RegisterHost(nameof(ModelOperationsCatalog));

    internal IHostEnvironment Environment { get; }
}
