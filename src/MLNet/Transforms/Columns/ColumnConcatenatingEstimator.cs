using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Joins columns of one item type into a vector.</summary>
public sealed class ColumnConcatenatingEstimator : IEstimator<ColumnConcatenatingTransformer>
{
    private readonly string _name;
    private readonly string[] _sources;
    private readonly ColumnConcatenatingTransformer _transformer;

    internal ColumnConcatenatingEstimator(IHostEnvironment env, string outputColumnName, string[] inputColumnNames)
    {
        _transformer = new ColumnConcatenatingTransformer(env, outputColumnName, inputColumnNames);
        _name = outputColumnName;
        _sources = inputColumnNames;
    }

    /// <summary>Checks the input's columns and gives the transformer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or the item types differ.</exception>
    public ColumnConcatenatingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _transformer.GetOutputSchema(input.Schema);
        return _transformer;
    }

    /// <summary>Gives the input's shape with the joined column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing, or the item types differ.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        var inputs = Array.ConvertAll(_sources, name => inputSchema.FindInput(name));
        foreach (var input in inputs)
            if (!input.ItemType.Equals(inputs[0].ItemType) || input.IsKey != inputs[0].IsKey)
                throw SchemaErrors.Mismatch(nameof(inputSchema), "input", input.Name, $"items of {inputs[0].GetTypeString()}", input.GetTypeString());
        var isVariable = Array.Exists(inputs, input => input.Kind == SchemaShape.Column.VectorKind.VariableVector);
        var kind = isVariable ? SchemaShape.Column.VectorKind.VariableVector : SchemaShape.Column.VectorKind.Vector;
        return inputSchema.With(new SchemaShape.Column(_name, kind, inputs[0].ItemType, inputs[0].IsKey, new SchemaShape(Annotations(inputs, isVariable))));
    }

    private static IEnumerable<SchemaShape.Column> Annotations(SchemaShape.Column[] inputs, bool isVariable)
    {
        if (inputs is [{ Kind: not SchemaShape.Column.VectorKind.Scalar } only])
            return only.Annotations;
        var annotations = new List<SchemaShape.Column>();
        if (!isVariable && Array.Exists(inputs, input => input.Kind == SchemaShape.Column.VectorKind.Scalar || input.AnnotationsOf(AnnotationKinds.SlotNames).Any()))
            annotations.Add(TypeShapes.VectorShape(AnnotationKinds.SlotNames, TextDataViewType.Instance));
        if (Array.TrueForAll(inputs, input => input.AnnotationsOf(AnnotationKinds.IsNormalized).Any()))
            annotations.Add(TypeShapes.FlagShape(AnnotationKinds.IsNormalized));
        return annotations;
    }
}
