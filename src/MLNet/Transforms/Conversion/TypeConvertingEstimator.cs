using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Converts columns' values to another type.</summary>
public sealed class TypeConvertingEstimator : TrivialEstimator<TypeConvertingTransformer>
{
    private readonly (string Output, string Input)[] _pairs;
    private readonly DataKind _kind;

    internal TypeConvertingEstimator(IHostEnvironment env, (string Output, string Input)[] pairs, DataKind outputKind)
        : base(env.RegisterHost(nameof(TypeConvertingEstimator)), new TypeConvertingTransformer(env, pairs, outputKind))
    {
        _pairs = pairs;
        _kind = outputKind;
    }

    /// <summary>Gives the input's shape with the converted columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or its type does not convert.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Shape(pair.Output, inputSchema.FindInput(pair.Input)))]);
    }

    private SchemaShape.Column Shape(string name, SchemaShape.Column input)
    {
        var target = _kind.ToDataViewType();
        var isKey = input.IsKey && KeyDataViewType.IsValidDataType(target.RawType);
        if (input.IsKey ? !isKey : TypeConversions.Find(input.ItemType, target) is null)
            throw SchemaErrors.Mismatch("inputSchema", "input", input.Name, $"a type that converts to {target}", input.GetTypeString());
        var annotations = input.AnnotationsOf(AnnotationKinds.SlotNames, AnnotationKinds.IsNormalized)
            .Concat(isKey ? input.AnnotationsOf(AnnotationKinds.KeyValues) : []);
        return new SchemaShape.Column(name, input.Kind, target, isKey, new SchemaShape(annotations));
    }
}
