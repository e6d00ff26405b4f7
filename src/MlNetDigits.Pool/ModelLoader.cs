using Microsoft.Extensions.Primitives;
using Microsoft.ML;

namespace Microsoft.Extensions.ML;

/// <summary>Gives a pool its model and tells when there is a newer one.</summary>
public abstract class ModelLoader
{
    /// <summary>Gives a token that fires when the model changes.</summary>
    public abstract IChangeToken GetReloadToken();

    /// <summary>Gives the present model.</summary>
    public abstract ITransformer GetModel();
}
