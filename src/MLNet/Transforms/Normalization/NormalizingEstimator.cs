using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Learns the range of numbers and scales them into a fixed one.</summary>
public sealed class NormalizingEstimator : IEstimator<NormalizingTransformer>
{
    private const string Expected = "Single, Double or a known-size vector of them";

    private readonly IHost _host;
    private readonly (string Output, string Input)[] _pairs;
    private readonly long _maximumExampleCount;
    private readonly bool _fixZero;

    internal NormalizingEstimator(IHostEnvironment env, (string Output, string Input)[] pairs, long maximumExampleCount, bool fixZero)
    {
        _host = env.RegisterHost(nameof(NormalizingEstimator));
        if (maximumExampleCount <= 1)
            throw new ArgumentOutOfRangeException(nameof(maximumExampleCount), $"The maximum number of examples must be greater than 1, not {maximumExampleCount}.");
        _pairs = pairs;
        _maximumExampleCount = maximumExampleCount;
        _fixZero = fixZero;
    }

    /// <summary>Finds the least and the greatest number of each slot in one pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or holds no such numbers.</exception>
    public NormalizingTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var columns = Array.ConvertAll(_pairs, pair => input.Schema.FindInput(pair.Input));
        var ranges = Array.ConvertAll(columns, RangeFinder.Create);
        using (var cursor = input.GetRowCursor(columns.DistinctBy(column => column.Index)))
        {
            var updates = ranges.Zip(columns, (range, column) => range.Bind(cursor, column)).ToArray();
            for (var row = 0L; row < _maximumExampleCount && cursor.MoveNext(); row++)
                foreach (var update in updates)
                    update();
        }
        return new NormalizingTransformer(_host, _pairs, Array.ConvertAll(ranges, range => range.ToFunction(_fixZero)));
    }

    /// <summary>Gives the input's shape with the scaled columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or holds no such numbers.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => Shape(pair.Output, inputSchema.FindInput(pair.Input)))]);
    }

    /// <summary>The exception for a column that cannot be scaled.</summary>
    internal static ArgumentOutOfRangeException Unfit(string name, string type) => SchemaErrors.Mismatch("inputSchema", "input", name, Expected, type);

    private static SchemaShape.Column Shape(string name, SchemaShape.Column input)
    {
        var isReal = input.ItemType == NumberDataViewType.Single || input.ItemType == NumberDataViewType.Double;
        if (!isReal || input.Kind == SchemaShape.Column.VectorKind.VariableVector)
            throw Unfit(input.Name, input.GetTypeString());
        var annotations = input.AnnotationsOf(AnnotationKinds.SlotNames).Append(TypeShapes.FlagShape(AnnotationKinds.IsNormalized));
        return new SchemaShape.Column(name, input.Kind, input.ItemType, false, new SchemaShape(annotations));
    }
}
