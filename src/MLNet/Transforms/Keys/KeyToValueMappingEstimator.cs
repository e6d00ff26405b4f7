using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Turns keys into the values that they stand for.</summary>
public sealed class KeyToValueMappingEstimator : TrivialEstimator<KeyToValueMappingTransformer>
{
    private readonly (string Output, string Input)[] _pairs;

    internal KeyToValueMappingEstimator(IHostEnvironment env, (string Output, string Input)[] pairs)
        : base(env.RegisterHost(nameof(KeyToValueMappingEstimator)), new KeyToValueMappingTransformer(env, pairs)) => _pairs = pairs;

    /// <summary>Gives the input's shape with the value columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, is no key, or its keys stand for nothing.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Shape(pair.Output, inputSchema.FindInput(pair.Input)))]);
    }

    private static SchemaShape.Column Shape(string name, SchemaShape.Column input)
    {
        if (!input.IsKey)
            throw SchemaErrors.Mismatch("inputSchema", "input", input.Name, "Key", input.GetTypeString());
        if (!input.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var values))
            throw SchemaErrors.Mismatch("inputSchema", "input", input.Name, "Key with KeyValues annotations", "Key without them");
        return new SchemaShape.Column(name, input.Kind, values.ItemType, values.IsKey, new SchemaShape(input.AnnotationsOf(AnnotationKinds.SlotNames)));
    }
}
