using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the distinct values of columns and numbers them as keys.</summary>
public sealed class ValueToKeyMappingEstimator : IEstimator<ValueToKeyMappingTransformer>
{
    private readonly IHost _host;
    private readonly (string Output, string Input)[] _pairs;
    private readonly int _maximum;
    private readonly KeyOrdinality _ordinality;
    private readonly bool _asText;
    private readonly IDataView _keyData;

    internal ValueToKeyMappingEstimator(
        IHostEnvironment env, (string Output, string Input)[] pairs, int maximumNumberOfKeys, KeyOrdinality keyOrdinality, bool asText, IDataView keyData)
    {
        _host = env.RegisterHost(nameof(ValueToKeyMappingEstimator));
        if (maximumNumberOfKeys < 1)
            throw new ArgumentOutOfRangeException(nameof(maximumNumberOfKeys), $"The maximum number of keys must be at least 1, not {maximumNumberOfKeys}.");
        if (keyData is { Schema.Count: not 1 })
            throw new ArgumentOutOfRangeException(nameof(keyData), $"Key data must have exactly one column, not {keyData.Schema.Count}.");
        _pairs = pairs;
        _maximum = maximumNumberOfKeys;
        _ordinality = keyOrdinality;
        _asText = asText;
        _keyData = keyData;
    }

    /// <summary>The order in which values are numbered.</summary>
    public enum KeyOrdinality : byte
    {
        /// <summary>As they are first seen.</summary>
        ByOccurrence,

        /// <summary>Sorted: numbers by size, text by its characters.</summary>
        ByValue,
    }

    /// <summary>Numbers the values in one pass over the data, or over the key data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has a type without keys.</exception>
    public ValueToKeyMappingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var columns = Array.ConvertAll(_pairs, pair => input.Schema.FindInput(pair.Input));
        var vocabularies = _keyData is null
            ? Learn(input, columns)
            : [.. Enumerable.Repeat(Learn(_keyData, [_keyData.Schema[0]])[0], _pairs.Length)];
        var transformer = new ValueToKeyMappingTransformer(_host, _pairs, vocabularies, _asText);
        transformer.GetOutputSchema(input.Schema);
        return transformer;
    }

    /// <summary>Gives the input's shape with the key columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Shape(pair.Output, inputSchema.FindInput(pair.Input)))]);
    }

    private Vocabulary[] Learn(IDataView data, DataViewSchema.Column[] columns)
    {
        var builders = Array.ConvertAll(columns, column => VocabularyBuilder.Create(column, _keyData is null ? _maximum : int.MaxValue));
        VocabularyBuilder.Collect(data, columns, builders);
        return Array.ConvertAll(builders, builder => builder.Build(_ordinality == KeyOrdinality.ByValue));
    }

    private SchemaShape.Column Shape(string name, SchemaShape.Column input)
    {
        if (input.ItemType is not PrimitiveDataViewType)
            throw SchemaErrors.Mismatch("inputSchema", "input", input.Name, "a plain type or a vector of one", input.GetTypeString());
        var values = input.IsKey && input.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var known) ? known.ItemType : input.ItemType;
        var keyValues = TypeShapes.VectorShape(AnnotationKinds.KeyValues, _asText ? TextDataViewType.Instance : values);
        var annotations = new SchemaShape(input.AnnotationsOf(AnnotationKinds.SlotNames).Append(keyValues));
        return new SchemaShape.Column(name, input.Kind, NumberDataViewType.UInt32, true, annotations);
    }
}
