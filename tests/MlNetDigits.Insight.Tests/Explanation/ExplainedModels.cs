using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Randomness;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Explanation;

/// <summary>Untrained networks with statistics and biases of their own, as models of pixels.</summary>
internal static class ExplainedModels
{
    public static OnnxExportOptions Pixels { get; } = new() { InputName = "Pixels" };

    public static Network Network(string architecture, int seed)
    {
        Network network = Architecture.Create(architecture, new Shape(28, 28, 1), 10, seed);
        var random = new RandomStream((ulong)seed);
        foreach (NetworkNode node in network.Nodes)
        {
            foreach (ref float value in network.ParametersOf(node)[node.Layer.DecayedParameterCount..]) value = random.NextSingle(0.3f, 0.9f);
            foreach (ref float value in network.StatisticsOf(node)) value = random.NextSingle(0.3f, 1);
        }

        return network;
    }

    /// <summary>A real digit of the test set, as pixels of 0-1, which untrained networks can bear.</summary>
    public static DigitImage Digit(int row) => new() { Pixels = [.. Checkout.Digits.Test.Pixels.Slice(row * 784, 784).ToArray().Select(pixel => pixel / 255f)] };

    /// <summary>A convolution, one operator and a dense layer behind it.</summary>
    public static OnnxModel Convolution(string operation = "Relu", string end = "Softmax")
    {
        var graph = new OnnxGraph("one_convolution");
        graph.AddInput("Pixels", OnnxElementType.Float, "N", 1, 28, 28);
        graph.AddInitializer("kernels", [2, 1, 3, 3], (ReadOnlySpan<float>)[-1, -1, -1, 0, 0, 0, 1, 1, 1, -1, 0, 1, -1, 0, 1, -1, 0, 1]);
        graph.AddInitializer("weights", [2, 3], (ReadOnlySpan<float>)[0.5f, -1, 2, 1, 0.25f, -0.5f]);
        graph.AddInitializer("bias", [3], (ReadOnlySpan<float>)[0, 0.1f, 0.2f]);
        graph.AddNode("Conv", ["Pixels", "kernels"], "edges");
        graph.AddNode(operation, ["edges"], "active");
        graph.AddNode("Flatten", [graph.AddNode("GlobalAveragePool", ["active"], "mean")], "flat");
        graph.AddNode("Gemm", ["flat", "weights", "bias"], "logits");
        graph.AddNode(end, ["logits"], "Score");
        graph.AddOutput("Score", OnnxElementType.Float, "N", 3);
        graph.AddSlotNames("Score", ["left", "right", "neither"]);
        return new OnnxModel(graph);
    }
}
