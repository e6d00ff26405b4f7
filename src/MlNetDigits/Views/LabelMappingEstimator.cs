using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Views;

/// <summary>Maps labels to keys of given classes: values by themselves, keys by what they stand for.</summary>
/// <param name="values">The step for labels that are no keys.</param>
/// <param name="keys">The step for keys.</param>
/// <param name="inputColumn">Column of labels.</param>
internal sealed class LabelMappingEstimator(IEstimator<ITransformer> values, IEstimator<ITransformer> keys, string inputColumn) : IEstimator<ITransformer>
{
    /// <summary>Makes the steps from the classes in their order.</summary>
    /// <param name="catalog">The context's transforms.</param>
    /// <param name="classNames">Each class as text.</param>
    /// <param name="outputColumn">Column of keys.</param>
    /// <param name="inputColumn">Column of labels; default: the output column.</param>
    /// <param name="classes">One column: each class as its label stands in the data; default: as text.</param>
    public static LabelMappingEstimator Create(TransformsCatalog catalog, IReadOnlyList<string> classNames, string outputColumn, string? inputColumn, IDataView? classes = null)
    {
        // The catalog's own context is out of reach, and any context can hold a few rows.
        IDataView names = new MLContext().Data.LoadFromEnumerable(classNames.Select(name => new ClassRow { Name = name }).ToArray());
        string input = inputColumn ?? outputColumn;
        TransformsCatalog.ConversionTransforms convert = catalog.Conversion;
        return new LabelMappingEstimator(
            convert.MapValueToKey(outputColumn, input, addKeyValueAnnotationsAsText: true, keyData: classes ?? names),
            convert.MapKeyToValue(outputColumn, input).Append(convert.MapValueToKey(outputColumn, keyData: names)),
            input);
    }

    public ITransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Step(input.Schema.GetColumnOrNull(inputColumn)?.Type is KeyDataViewType).Fit(input);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return Step(inputSchema.Any(column => column.Name == inputColumn && column.IsKey)).GetOutputSchema(inputSchema);
    }

    private IEstimator<ITransformer> Step(bool areKeys) => areKeys ? keys : values;

    private sealed class ClassRow
    {
        public string Name { get; set; } = "";
    }
}
