using Microsoft.ML.Data;

namespace Microsoft.ML;

public sealed partial class ModelOperationsCatalog
{
    /// <summary>Makes an engine that predicts one example at a time and owns the transformer.</summary>
    /// <param name="transformer">The model.</param>
    /// <param name="ignoreMissingColumns">Whether members without a column keep their values. <value>true</value></param>
    /// <param name="inputSchemaDefinition">How the example's members become columns. <value>null: by their attributes.</value></param>
    /// <param name="outputSchemaDefinition">How columns become the prediction's members. <value>null: by their attributes.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The model needs a column that the example lacks.</exception>
    /// <exception cref="InvalidOperationException">A column does not fit its member's type.</exception>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(
        ITransformer transformer,
        bool ignoreMissingColumns = true,
        SchemaDefinition inputSchemaDefinition = null,
        SchemaDefinition outputSchemaDefinition = null)
        where TSrc : class
        where TDst : class, new() =>
        new(transformer, new PredictionEngineOptions
        {
            IgnoreMissingColumns = ignoreMissingColumns,
            InputSchemaDefinition = inputSchemaDefinition,
            OutputSchemaDefinition = outputSchemaDefinition,
        });

    /// <summary>Makes an engine whose input has the annotations of a schema; every member needs a column.</summary>
    /// <exception cref="InvalidOperationException">The example's class lacks a member for one of the columns.</exception>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(ITransformer transformer, DataViewSchema inputSchema)
        where TSrc : class
        where TDst : class, new() =>
        CreatePredictionEngine<TSrc, TDst>(transformer, false, MemberColumn.DefinitionFor(typeof(TSrc), inputSchema));

    /// <summary>Makes an engine by options.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The model needs a column that the example lacks.</exception>
    public PredictionEngine<TSrc, TDst> CreatePredictionEngine<TSrc, TDst>(ITransformer transformer, PredictionEngineOptions options)
        where TSrc : class
        where TDst : class, new() =>
        new(transformer, options);
}
