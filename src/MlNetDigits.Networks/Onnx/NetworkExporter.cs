using System.Globalization;

namespace MlNetDigits.Networks.Onnx;

/// <summary>Writes networks as ONNX models that any ONNX Runtime loads.</summary>
public static class NetworkExporter
{
    /// <summary>Makes a model that gives probabilities and the most probable class.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">Names and extras; default <see cref="OnnxExportOptions"/>.</param>
    /// <returns>The model; its batch is dynamic.</returns>
    /// <exception cref="ArgumentException">Names are equal, or there is not one class name for each class.</exception>
    public static OnnxModel ToOnnx(this Network network, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new OnnxExportOptions();
        if (options.ClassNames is { } names && names.Count != network.Classes)
            throw new ArgumentException($"{names.Count} class names do not fit {network.Classes} classes: give one for each.", nameof(options));

        var graph = new OnnxGraph(network.Architecture);
        ExportedValue logits = AddLayers(network, graph, AddInput(network, graph, options.InputName), options.IncludeActivations);
        string score = graph.AddNode("Softmax", [logits.Name], options.ScoreName, OnnxAttribute.Int("axis", 1));
        graph.AddOutput(score, OnnxElementType.Float, "N", network.Classes);
        string label = graph.AddNode("ArgMax", [logits.Name], options.PredictedLabelName, OnnxAttribute.Int("axis", 1), OnnxAttribute.Int("keepdims", 0));
        graph.AddOutput(label, OnnxElementType.Int64, "N");
        if (options.ClassNames is not null) graph.AddSlotNames(options.ScoreName, options.ClassNames);

        var model = new OnnxModel(graph)
        {
            ProducerName = "MlNetDigits",
            ProducerVersion = typeof(NetworkExporter).Assembly.GetName().Version!.ToString(3),
        };
        model.Metadata["architecture"] = network.Architecture;
        model.Metadata["parameters"] = network.ParameterCount.ToString(CultureInfo.InvariantCulture);
        foreach ((string key, string value) in options.Metadata) model.Metadata[key] = value;
        return model;
    }

    private static ExportedValue AddInput(Network network, OnnxGraph graph, string name)
    {
        Shape shape = network.InputShape;
        if (shape.Channels == 1) return new ExportedValue(graph.AddInput(name, OnnxElementType.Float, "N", 1, shape.Height, shape.Width), false, null);

        string images = graph.AddInput(name, OnnxElementType.Float, "N", shape.Height, shape.Width, shape.Channels);
        return new ExportedValue(graph.AddNode("Transpose", [images], "channels_first", OnnxAttribute.Ints("perm", 0, 3, 1, 2)), false, null);
    }

    private static ExportedValue AddLayers(Network network, OnnxGraph graph, ExportedValue input, bool includeActivations)
    {
        var values = new ExportedValue[network.Nodes.Count];
        foreach (NetworkNode node in network.Nodes)
        {
            ExportedValue value = values[node.Index] = node.Layer.Export(new LayerExport
            {
                Graph = graph,
                Name = node.Name,
                Input = node.Input < 0 ? input : values[node.Input],
                SecondInput = node.SecondInput < -1 ? default : node.SecondInput < 0 ? input : values[node.SecondInput],
                Parameters = network.ParametersOf(node),
                Statistics = network.StatisticsOf(node),
            });
            if (!includeActivations || value.Name != node.Name) continue;
            Shape shape = node.Layer.OutputShape;
            if (value.IsFlat) graph.AddOutput(value.Name, OnnxElementType.Float, "N", shape.Size);
            else graph.AddOutput(value.Name, OnnxElementType.Float, "N", shape.Channels, shape.Height, shape.Width);
        }

        return values[^1];
    }
}
