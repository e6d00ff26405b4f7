using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms;

/// <summary>Gives a column a second name.</summary>
public sealed class ColumnCopyingEstimator : TrivialEstimator<ColumnCopyingTransformer>
{
    private readonly (string Output, string Input)[] _pairs;

    internal ColumnCopyingEstimator(IHostEnvironment env, (string Output, string Input)[] pairs)
        : base(env.RegisterHost(nameof(ColumnCopyingEstimator)), new ColumnCopyingTransformer(env, pairs)) => _pairs = pairs;

    /// <summary>Gives the input's shape with the copies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return inputSchema.With([.. _pairs.Select(pair => inputSchema.FindInput(pair.Input).Named(pair.Output))]);
    }
}
