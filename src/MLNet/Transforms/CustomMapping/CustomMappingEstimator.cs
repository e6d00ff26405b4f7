using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Computes columns by an action from one object to another.</summary>
public sealed class CustomMappingEstimator<TSrc, TDst> : TrivialEstimator<CustomMappingTransformer<TSrc, TDst>>
    where TSrc : class, new()
    where TDst : class, new()
{
    internal CustomMappingEstimator(
        IHostEnvironment env, Action<TSrc, TDst> mapAction, string contractName, SchemaDefinition inputDefinition, SchemaDefinition outputDefinition)
        : base(
            env.RegisterHost(nameof(CustomMappingEstimator<,>)),
            new CustomMappingTransformer<TSrc, TDst>(env, mapAction, contractName, inputDefinition, outputDefinition))
    {
    }

    /// <summary>Gives the input's shape with the columns of the output objects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column of the input objects is missing.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var name in Transformer.InputNames)
            inputSchema.FindInput(name);
        return inputSchema.With([.. SchemaShape.Create(Transformer.OutputColumns.Schema)]);
    }
}
