using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Onnx.Gradients;

namespace MlNetDigits.Networks.Tests.Onnx.Gradients;

public sealed class OnnxGradientTests
{
    private const string Start = "X", End = "Y";

    private static readonly Dictionary<string, (int[] Shape, Action<OnnxGraph> Add)> Operators = new()
    {
        ["relu"] = ([2, 4, 3], graph => graph.AddNode("Relu", [Start], End)),
        ["leaky relu"] = ([2, 4, 3], graph => graph.AddNode("LeakyRelu", [Start], End, OnnxAttribute.Float("alpha", 0.2f))),
        ["sigmoid"] = ([2, 4, 3], graph => graph.AddNode("Sigmoid", [Start], End)),
        ["tanh"] = ([2, 4, 3], graph => graph.AddNode("Tanh", [Start], End)),
        ["add to itself scaled"] = ([2, 4, 3], graph => graph.AddNode("Add", [Start, graph.AddNode("Tanh", [Start], "tanh")], End)),
        ["add a constant of one channel each"] = ([2, 4, 3], graph => graph.AddNode("Add", [Start, graph.AddInitializer("c", [1, 2, 1, 1], (ReadOnlySpan<float>)[1, 2])], End)),
        ["transpose"] = ([2, 4, 3], graph => graph.AddNode("Flatten", [graph.AddNode("Transpose", [Start], "t", OnnxAttribute.Ints("perm", 0, 2, 3, 1))], End)),
        ["batch normalization"] = ([2, 4, 3], graph => graph.AddNode("BatchNormalization",
            [Start, Floats(graph, "scale", 1), Floats(graph, "shift", 2), Floats(graph, "mean", 3), Floats(graph, "variance", 4, 0.5f)], End)),
        ["max pool of overlapping windows"] = ([2, 5, 6], graph => graph.AddNode("MaxPool", [Start], End, OnnxAttribute.Ints("kernel_shape", 3, 3), OnnxAttribute.Ints("strides", 2, 1), OnnxAttribute.Ints("pads", 1, 0, 1, 2))),
        ["average pool with padding left out"] = ([2, 5, 6], graph => graph.AddNode("AveragePool", [Start], End, OnnxAttribute.Ints("kernel_shape", 3, 2), OnnxAttribute.Ints("strides", 2, 1), OnnxAttribute.Ints("pads", 1, 0, 1, 1))),
        ["average pool with padding counted"] = ([2, 5, 6], graph => graph.AddNode("AveragePool", [Start], End, OnnxAttribute.Ints("kernel_shape", 3, 2), OnnxAttribute.Ints("pads", 1, 0, 1, 1), OnnxAttribute.Int("count_include_pad", 1))),
        ["global average"] = ([3, 4, 5], graph => graph.AddNode("GlobalAveragePool", [Start], End)),
        ["dense"] = ([2, 3, 2], graph => graph.AddNode("Gemm", [graph.AddNode("Flatten", [Start], "flat"), Floats(graph, "w", 5, 0, 12, 4), Floats(graph, "b", 6, 0, 4)], End, OnnxAttribute.Float("alpha", 1.5f))),
        ["dense with transposed weights"] = ([2, 3, 2], graph => graph.AddNode("Gemm", [graph.AddNode("Flatten", [Start], "flat"), Floats(graph, "w", 5, 0, 4, 12)], End, OnnxAttribute.Int("transB", 1))),
        ["matrix product"] = ([2, 3, 2], graph => graph.AddNode("MatMul", [graph.AddNode("Flatten", [Start], "flat"), Floats(graph, "w", 5, 0, 12, 4)], End)),
        ["convolution"] = ([2, 6, 5], graph => graph.AddNode("Conv", [Start, Floats(graph, "w", 7, 0, 4, 2, 3, 2)], End, OnnxAttribute.Ints("strides", 2, 1), OnnxAttribute.Ints("pads", 1, 0, 1, 1))),
        ["convolution in groups, dilated"] = ([4, 6, 5], graph => graph.AddNode("Conv", [Start, Floats(graph, "w", 8, 0, 6, 2, 2, 2)], End, OnnxAttribute.Int("group", 2), OnnxAttribute.Ints("dilations", 2, 2))),
    };

    public static TheoryData<string> OperatorNames => new(Operators.Keys);

    public static TheoryData<string> Architectures => NetworkCases.Architectures;

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public void Compute_Operator_AgreesWithCentralDifferences(string name)
    {
        (int[] shape, Action<OnnxGraph> add) = Operators[name];
        var graph = new OnnxGraph(name);
        graph.AddInput(Start, OnnxElementType.Float, [1, .. shape.Select(size => (OnnxDimension)size)]);
        add(graph);

        GradientCheck.Run(graph, Start, End, [1, .. shape], seed: 1);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Compute_LogitsByEveryConvolution_AgreesWithCentralDifferences(string architecture)
    {
        Network network = NetworkCases.CreateRandom(architecture, 3);
        OnnxGraph graph = network.ToOnnx().Graph;
        string logits = graph.Nodes.Single(node => node.OpType == "Softmax").Inputs[0];

        foreach (NetworkNode node in network.Nodes.Where(node => node.Layer.Kind == "Conv2D"))
        {
            Shape shape = node.Layer.OutputShape;
            GradientCheck.Run(GradientCheck.Tail(graph, node.Name, logits, shape), node.Name, logits, [1, shape.Channels, shape.Height, shape.Width], node.Index);
        }
    }

    [Fact]
    public void Of_OperatorWithoutAGradientHere_NamesIt()
    {
        var graph = new OnnxGraph("erf");
        graph.AddInput(Start, OnnxElementType.Float, 1, 4);
        graph.AddNode("Erf", [Start], End);

        var error = Assert.Throws<NotSupportedException>(() => OnnxGradient.Of(graph, End, Start));

        Assert.StartsWith("The gradient of the operator Erf ('Y') is not known here", error.Message);
    }

    [Fact]
    public void Of_ValueThatDoesNotLeadToTheOther_Throws()
    {
        OnnxGraph graph = Architecture.Create("tiny", new Shape(14, 14, 1), 3).ToOnnx().Graph;

        Assert.Contains("does not depend on 'Score'", Assert.Throws<ArgumentException>(() => OnnxGradient.Of(graph, "conv2d_1", "Score")).Message);
    }

    private static string Floats(OnnxGraph graph, string name, int seed, float minimum = 0, params int[] shape)
    {
        if (shape.Length == 0) shape = [2];
        return graph.AddInitializer(name, shape, Randoms.Uniform(shape.Aggregate(1, (product, size) => product * size), seed, minimum, 1));
    }
}
