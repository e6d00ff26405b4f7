using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Onnx;

/// <summary>Small models that several tests share.</summary>
internal static class Models
{
    /// <summary>Multiplies a batch of three numbers by a factor.</summary>
    public static OnnxModel Scale(float factor, string input = "X", string output = "Y")
    {
        var graph = new OnnxGraph("scale");
        graph.AddInput(input, OnnxElementType.Float, "N", 3);
        var weight = graph.AddInitializer("weight", [1], new[] { factor });
        graph.AddNode("Mul", [input, weight], output);
        graph.AddOutput(output, OnnxElementType.Float, "N", 3);
        return new OnnxModel(graph);
    }

    /// <summary>Puts softmax of three logits and the best class's index out.</summary>
    public static OnnxModel Classify()
    {
        var graph = new OnnxGraph("classify");
        graph.AddInput("Logits", OnnxElementType.Float, "N", 3);
        graph.AddNode("Softmax", ["Logits"], "Score", OnnxAttribute.Int("axis", -1));
        graph.AddNode("ArgMax", ["Score"], "PredictedLabel", OnnxAttribute.Int("axis", -1), OnnxAttribute.Int("keepdims", 0));
        graph.AddOutput("Score", OnnxElementType.Float, "N", 3);
        graph.AddOutput("PredictedLabel", OnnxElementType.Int64, "N");
        graph.AddSlotNames("Score", ["zero", "one", "two"]);
        return new OnnxModel(graph) { ProducerName = "tests" };
    }

    /// <summary>A model with every kind of attribute and tensor.</summary>
    public static OnnxModel Everything()
    {
        var graph = new OnnxGraph("everything");
        graph.AddInput("X", OnnxElementType.Float, "N", 3);
        graph.AddInitializer("floats", [2, 1], new[] { 1.5f, float.NaN });
        graph.AddInitializer("integers", [2], new[] { long.MinValue, -1L });
        graph.AddInitializer("texts", [2], ["zwölf", ""]);
        graph.AddNode(
            "Anything",
            ["X", "", "floats"],
            "Y",
            OnnxAttribute.Int("i", 0),
            OnnxAttribute.Ints("is", 1, -2, 3),
            OnnxAttribute.Float("f", 0),
            OnnxAttribute.Floats("fs", 1, 2.5f),
            OnnxAttribute.String("s", ""),
            OnnxAttribute.Strings("ss", "a", "b"),
            OnnxAttribute.Tensor("t", OnnxTensor.FromFloats("inner", [1], [7f])));
        graph.AddOutput("Y", OnnxElementType.Float);
        return new OnnxModel(graph) { ProducerName = "tests", ProducerVersion = "1.2", Metadata = { ["b"] = "2", ["a"] = "1" } };
    }
}
