using Microsoft.ML;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Scoring;

/// <summary>Chooses who computes an ONNX step: the network engine, else ONNX Runtime in batches, else ONNX Runtime row by row.</summary>
internal static class ScoringSteps
{
    /// <summary>Makes the step that applies a graph; whoever computes it, columns and answers are the same.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="bytes">The ONNX file.</param>
    /// <param name="model">The same, parsed.</param>
    /// <param name="rows">Data whose columns the step takes.</param>
    /// <param name="columns">Names of the graph's input and outputs.</param>
    /// <exception cref="InvalidDataException">The graph takes or gives something else; the message tells what.</exception>
    public static ITransformer Load(MLContext ml, byte[] bytes, OnnxModel model, IDataView rows, ScoredColumns columns)
    {
        Require(model.Graph.Outputs, columns.Score, "gives", "a probability for each class");
        Require(model.Graph.Inputs, columns.Input, "takes", "raw pixels");
        columns = columns.Of(model.Graph);
        ITransformer onnx = RandomFileName.Load(() => ml.Transforms.ApplyOnnxModel(columns.Added, [columns.Input], new MemoryStream(bytes))).Fit(rows);
        return ScoringGraph.TryRead(bytes, model, columns) switch
        {
            null => onnx,
            { Scorer: NetworkScorer networks, Divisor: var divisor } => new NetworkStep(onnx, columns, networks, divisor),
            var graph => new SessionStep(onnx, columns, (SessionScorer)graph.Scorer),
        };
    }

    private static void Require(IReadOnlyList<OnnxValueInfo> values, string name, string verb, string purpose)
    {
        if (!values.Any(value => value.Name == name))
            throw new InvalidDataException($"it {verb} {string.Join(", ", values.Select(value => $"'{value.Name}'"))}, but no '{name}' as {purpose}; use a model that classifies images");
    }
}
