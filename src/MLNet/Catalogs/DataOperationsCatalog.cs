using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>Loading, splitting and filtering of data.</summary>
public sealed partial class DataOperationsCatalog
{
    internal DataOperationsCatalog(IHostEnvironment environment) => Environment = environment.RegisterHost(nameof(DataOperationsCatalog));

    /// <summary>Where the catalog's components live.</summary>
    internal IHostEnvironment Environment { get; }
}
