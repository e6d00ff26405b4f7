using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Tests.Mapping;

/// <summary>Graphs as other programs write them: the brightness of three stripes, as scores of three classes.</summary>
internal static class ForeignModels
{
    public const int Classes = 3;

    /// <summary>What the graph is to answer for pixels of 0-255.</summary>
    public static float[] Expected(ReadOnlySpan<byte> pixels)
    {
        var sums = new double[Classes];
        for (int i = 0; i < pixels.Length; i++)
            sums[i % Classes] += pixels[i] / 255.0 / 28;
        double total = sums.Sum(Math.Exp);
        return [.. sums.Select(sum => (float)(Math.Exp(sum) / total))];
    }

    /// <summary>Makes a graph.</summary>
    /// <param name="input">The input with its shape; pixels of 0-1.</param>
    /// <param name="hasSoftmax">Whether it gives probabilities; else logits.</param>
    /// <param name="divisor">What it divides its pixels by itself; 1 for nothing.</param>
    /// <param name="output">Name of the scores.</param>
    /// <param name="extra">Whether it gives its logits beside them.</param>
    /// <param name="batch">First dimension of the scores.</param>
    public static OnnxModel Make(OnnxValueInfo input, bool hasSoftmax = true, float divisor = 1, string output = "dense_1", bool extra = false, string? batch = "N")
    {
        var graph = new OnnxGraph("main_graph");
        string value = graph.AddInput(input.Name, input.ElementType, [.. input.Dimensions!]);
        if (input.ElementType != OnnxElementType.Float)
            value = graph.AddNode("Cast", [value], "floats", OnnxAttribute.Int("to", (long)OnnxElementType.Float));
        if (divisor != 1)
            value = graph.AddNode("Div", [value, graph.AddInitializer("divisor", [1], [divisor])], "divided");
        value = graph.AddNode("Reshape", [value, graph.AddInitializer("row", [2], [-1L, 784])], "flat");
        var weights = new float[784 * Classes];
        for (int i = 0; i < 784; i++)
            weights[(i * Classes) + (i % Classes)] = 1 / 28f;
        string logits = hasSoftmax ? "logits" : output;
        graph.AddNode("MatMul", [value, graph.AddInitializer("weights", [784, Classes], weights)], logits);
        if (hasSoftmax)
            graph.AddNode("Softmax", [logits], output, OnnxAttribute.Int("axis", 1));
        OnnxDimension images = batch is null ? 1 : batch;
        graph.AddOutput(output, OnnxElementType.Float, images, Classes);
        if (extra)
            graph.AddOutput(logits, OnnxElementType.Float, images, Classes);
        return new OnnxModel(graph) { ProducerName = "another program" };
    }
}
