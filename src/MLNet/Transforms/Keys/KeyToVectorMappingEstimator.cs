using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Turns keys into vectors that are 1 in the key's place and 0 elsewhere.</summary>
public sealed class KeyToVectorMappingEstimator : TrivialEstimator<KeyToVectorMappingTransformer>
{
    private readonly (string Output, string Input)[] _pairs;
    private readonly bool _counts;

    internal KeyToVectorMappingEstimator(IHostEnvironment env, (string Output, string Input)[] pairs, bool outputCountVector)
        : base(env.RegisterHost(nameof(KeyToVectorMappingEstimator)), new KeyToVectorMappingTransformer(env, pairs, outputCountVector))
    {
        _pairs = pairs;
        _counts = outputCountVector;
    }

    /// <summary>Gives the input's shape with the vector columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or is no key.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Shape(pair.Output, inputSchema.FindInput(pair.Input)))]);
    }

    private SchemaShape.Column Shape(string name, SchemaShape.Column input)
    {
        if (!input.IsKey)
            throw SchemaErrors.Mismatch("inputSchema", "input", input.Name, "Key", input.GetTypeString());
        var isOneHot = !_counts || input.Kind == SchemaShape.Column.VectorKind.Scalar;
        var annotations = new List<SchemaShape.Column>();
        if (input.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var values) && values.ItemType is TextDataViewType)
            if (_counts || input.Kind != SchemaShape.Column.VectorKind.VariableVector)
                annotations.Add(TypeShapes.VectorShape(AnnotationKinds.SlotNames, TextDataViewType.Instance));
        if (isOneHot)
            annotations.Add(TypeShapes.FlagShape(AnnotationKinds.IsNormalized));
        var kind = isOneHot && input.Kind == SchemaShape.Column.VectorKind.VariableVector ? input.Kind : SchemaShape.Column.VectorKind.Vector;
        return new SchemaShape.Column(name, kind, NumberDataViewType.Single, false, new SchemaShape(annotations));
    }
}
