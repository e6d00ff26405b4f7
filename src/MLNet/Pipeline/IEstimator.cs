namespace Microsoft.ML;

/// <summary>A step of a pipeline before it has seen data.</summary>
public interface IEstimator<out TTransformer> where TTransformer : ITransformer
{
    /// <summary>Learns from data and gives the fitted step.</summary>
    TTransformer Fit(IDataView input);

    /// <summary>Gives the shape of the output for an input's shape, without data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input lacks a column, or one is of another type.</exception>
    SchemaShape GetOutputSchema(SchemaShape inputSchema);
}
