using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>Loads the part of a saved chain that scores.</summary>
internal static class ScoringZip
{
    /// <summary>Loads a zip that ML.NET saved; a chain of nothing but ONNX steps is joined into one, which is computed as fast as a file of ONNX.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="bytes">The zip.</param>
    /// <param name="rows">Data whose columns the chain is given.</param>
    /// <param name="columns">Names of its input and outputs.</param>
    public static ITransformer Load(MLContext ml, byte[] bytes, IDataView rows, ScoredColumns columns)
    {
        ITransformer model = RandomFileName.Load(() => ml.Model.Load(new MemoryStream(bytes), out _));
        // A step that only training needs, such as one that maps labels, finds no column in images to score.
        if (model is TransformerChain<ITransformer> chain)
            model = chain.GetModelFor(TransformerScope.Scoring);
        if (TryJoin(ml.Model, model, rows.Schema) is not { } joined)
            return model;
        if (joined.Graph.Inputs.Count != 1 || joined.Graph.Inputs[0].Name != columns.Input || !joined.Graph.Outputs.Any(output => output.Name == columns.Score))
            return model;
        if (columns.Label is { } label && !joined.Graph.Outputs.Any(output => output.Name == label))
            return model;
        byte[] graph = joined.ToBytes();
        (model as IDisposable)?.Dispose();
        return ScoringSteps.Load(ml, graph, joined, rows, columns);
    }

    /// <summary>Joins a chain of nothing but ONNX steps that build on each other; null for any other.</summary>
    private static OnnxModel? TryJoin(ModelOperationsCatalog catalog, ITransformer model, DataViewSchema schema)
    {
        if (!OnnxSteps.Of(model).All(step => step is OnnxTransformer))
            return null;
        try
        {
            return OnnxSteps.Join(catalog, model, schema);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
