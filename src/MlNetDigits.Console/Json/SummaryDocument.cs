using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Console.Json;

/// <summary>What <c>summary --json</c> writes: an architecture or an ONNX model, layer by layer.</summary>
internal sealed record SummaryDocument
{
    public required string Name { get; init; }

    public required string Input { get; init; }

    public required string Output { get; init; }

    public required long Parameters { get; init; }

    public long? Flops { get; init; }

    public required IReadOnlyList<LayerDocument> Layers { get; init; }

    public IDictionary<string, string>? Metadata { get; init; }

    public static SummaryDocument From(Network network) => new()
    {
        Name = network.Architecture,
        Input = network.InputShape.ToString(),
        Output = $"{network.Classes} classes",
        Parameters = network.ParameterCount,
        Flops = network.Flops,
        Layers = [.. network.Nodes.Select(node => new LayerDocument(
            node.Name,
            $"{node.Layer.Kind} {node.Layer.Details}".TrimEnd(),
            node.Layer.OutputShape.ToString(),
            node.Layer.ParameterCount,
            node.Layer.Flops))],
    };

    public static SummaryDocument From(OnnxModel model)
    {
        OnnxGraph graph = model.Graph;
        Dictionary<string, long> sizes = graph.Initializers.ToDictionary(tensor => tensor.Name, WeightCount);
        return new SummaryDocument
        {
            Name = graph.Name,
            Input = string.Join(", ", graph.Inputs.Where(input => !sizes.ContainsKey(input.Name))),
            Output = string.Join(", ", graph.Outputs),
            Parameters = sizes.Values.Sum(),
            Layers = [.. graph.Nodes.Select(node => new LayerDocument(
                string.Join(", ", node.Outputs), node.OpType, null, node.Inputs.Sum(input => sizes.GetValueOrDefault(input)), null))],
            Metadata = model.Metadata,
        };
    }

    /// <summary>Counts weights: shapes and other whole numbers are none.</summary>
    private static long WeightCount(OnnxTensor tensor) =>
        tensor.ElementType == OnnxElementType.Float ? tensor.Dimensions.Aggregate(1L, (product, size) => product * size) : 0;
}
