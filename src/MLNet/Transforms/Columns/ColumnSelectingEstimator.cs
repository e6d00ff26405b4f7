using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Keeps the columns that are named, or drops them.</summary>
public sealed class ColumnSelectingEstimator : TrivialEstimator<ColumnSelectingTransformer>
{
    private readonly string[] _names;
    private readonly bool _keeps;

    internal ColumnSelectingEstimator(IHostEnvironment env, string[] columnNames, bool keeps, bool keepHidden)
        : base(env.RegisterHost(nameof(ColumnSelectingEstimator)), new ColumnSelectingTransformer(env, columnNames, keeps, keepHidden))
    {
        _names = columnNames;
        _keeps = keeps;
    }

    /// <summary>Gives the shape of the columns that remain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A named column is missing.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        var named = Array.ConvertAll(_names, name => inputSchema.FindInput(name));
        return new SchemaShape(_keeps ? named.DistinctBy(column => column.Name) : inputSchema.Where(column => !_names.Contains(column.Name)));
    }
}
