using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Microsoft.ML.Transforms.Onnx;

/// <summary>Scores columns with an ONNX model; it learns nothing from data.</summary>
public sealed class OnnxScoringEstimator : TrivialEstimator<OnnxTransformer>
{
    internal OnnxScoringEstimator(IHostEnvironment environment, OnnxOptions options, byte[] model)
        : base(environment.RegisterHost(nameof(OnnxScoringEstimator)), OnnxTransformer.Create(environment, options, model))
    {
    }

    /// <summary>Gives the shape of the output: the input's columns and the model's outputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input lacks a column, or one is of another type.</exception>
    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        foreach (var input in Transformer.Inputs)
        {
            var column = inputSchema.FindInput(input.Name);
            if (column.Kind == SchemaShape.Column.VectorKind.VariableVector || column.ItemType.RawType != input.ItemType.RawType)
                throw SchemaErrors.Mismatch(nameof(inputSchema), "input", input.Name, input.ToString(), column.GetTypeString());
        }
        return inputSchema.With([.. Transformer.Added.Select(column => SchemaShape.Column.Of(column.Name, column.Type, column.Annotations))]);
    }
}
