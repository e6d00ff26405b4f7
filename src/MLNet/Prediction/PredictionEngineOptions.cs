using Microsoft.ML.Data;

namespace Microsoft.ML;

/// <summary>How a prediction engine is made.</summary>
public sealed class PredictionEngineOptions
{
    /// <summary>Makes options with their defaults.</summary>
    public PredictionEngineOptions()
    {
    }

    /// <summary>Whether members without a column keep their values. <value>true</value></summary>
    public bool IgnoreMissingColumns = true;

    /// <summary>How the example's members become columns. <value>null: by their attributes.</value></summary>
    public SchemaDefinition InputSchemaDefinition;

    /// <summary>How columns become the prediction's members. <value>null: by their attributes.</value></summary>
    public SchemaDefinition OutputSchemaDefinition;

    /// <summary>Whether disposing the engine disposes the transformer too. <value>true</value></summary>
    public bool OwnsTransformer = true;
}
