using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks;

/// <summary>Writes networks that read several things in a row as ONNX models, and reads them back.</summary>
public static class SequenceExporter
{
    private const float Divisor = 255;

    /// <summary>Makes a model that gives the probabilities of all classes for each frame; the last class stands between the others.</summary>
    /// <param name="network">A network whose output has one row: a column for each frame and a channel for each class.</param>
    /// <param name="options">Names and facts; default <see cref="OnnxExportOptions"/>. The score is float [N, frames, classes].</param>
    /// <returns>The model; its batch is dynamic, its pixels go from 0 to 255.</returns>
    /// <exception cref="ArgumentException">The network gives no frames.</exception>
    public static OnnxModel ToSequenceOnnx(this Network network, OnnxExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new OnnxExportOptions();
        Shape output = network.OutputShape;
        if (output.Height != 1 || output.Width < 2)
            throw new ArgumentException($"The network gives {output}, but must give 1 row of frames: use ToOnnx for other networks.", nameof(network));
        var graph = new OnnxGraph(network.Architecture);
        ExportedValue pixels = NetworkExporter.AddInput(network, graph, options.InputName);
        string scaled = graph.AddNode("Div", [pixels.Name, graph.AddInitializer("divisor", [1], [Divisor])], "scaled");
        ExportedValue logits = NetworkExporter.AddNodes(network, graph, pixels with { Name = scaled }, "", options.IncludeActivations);
        string frames = graph.AddNode("Transpose", [logits.Name], "frames", OnnxAttribute.Ints("perm", 0, 3, 2, 1));
        string flat = graph.AddNode("Reshape", [frames, graph.AddInitializer("frames.shape", [3], (ReadOnlySpan<long>)[0, output.Width, output.Channels])], "logits");
        graph.AddNode("Softmax", [flat], options.ScoreName, OnnxAttribute.Int("axis", 2));
        graph.AddOutput(options.ScoreName, OnnxElementType.Float, "N", output.Width, output.Channels);
        return NetworkExporter.Describe(graph, [network], options);
    }
}
