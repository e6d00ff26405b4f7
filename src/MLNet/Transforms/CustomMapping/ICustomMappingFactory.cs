using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>What loading needs of a factory whose row types it does not know.</summary>
internal interface ICustomMappingFactory
{
    /// <summary>Makes the transformer that was saved under that contract name.</summary>
    ITransformer CreateTransformer(IHostEnvironment env, string contractName);
}
