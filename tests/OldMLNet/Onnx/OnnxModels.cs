using MlNetDigits.Networks.Onnx;

namespace MLNet.Tests.Onnx;

/// <summary>Small ONNX models to score with.</summary>
internal static class OnnxModels
{
    /// <summary>Input X [batch, 2, 2], outputs Sum [batch, 1] and Doubled [batch, 2, 2], all named axes equal.</summary>
    public static byte[] Sums(OnnxDimension batch)
    {
        var graph = new OnnxGraph("sums");
        graph.AddInput("X", OnnxElementType.Float, batch, 2, 2);
        var shape = graph.AddInitializer("flat", [2], new[] { -1L, 4 });
        var two = graph.AddInitializer("two", [1], new[] { 2f });
        graph.AddNode("Reshape", ["X", shape], "rows");
        graph.AddNode("ReduceSum", ["rows", graph.AddInitializer("axis", [1], new[] { 1L })], "Sum", OnnxAttribute.Int("keepdims", 1));
        graph.AddNode("Mul", ["X", two], "Doubled");
        graph.AddOutput("Sum", OnnxElementType.Float, batch, 1);
        graph.AddOutput("Doubled", OnnxElementType.Float, batch, 2, 2);
        return new OnnxModel(graph).ToBytes();
    }

    /// <summary>Input Pixels [N, 3] of logits, outputs Score [N, 3] with slot names and PredictedLabel [N].</summary>
    public static byte[] Classifier(params string[] names)
    {
        var graph = new OnnxGraph("classifier");
        graph.AddInput("Pixels", OnnxElementType.Float, "N", 3);
        graph.AddNode("Softmax", ["Pixels"], "Score", OnnxAttribute.Int("axis", -1));
        graph.AddNode("ArgMax", ["Score"], "PredictedLabel", OnnxAttribute.Int("axis", -1), OnnxAttribute.Int("keepdims", 0));
        graph.AddOutput("Score", OnnxElementType.Float, "N", 3);
        graph.AddOutput("PredictedLabel", OnnxElementType.Int64, "N");
        if (names.Length > 0)
            graph.AddSlotNames("Score", names);
        return new OnnxModel(graph).ToBytes();
    }

    /// <summary>Copies X of an element type and shape to an output of a name.</summary>
    public static byte[] Identity(OnnxElementType type, string output = "Y", params OnnxDimension[] dimensions)
    {
        var graph = new OnnxGraph("identity");
        graph.AddInput("X", type, dimensions);
        graph.AddNode("Identity", ["X"], output);
        graph.AddOutput(output, type, dimensions);
        return new OnnxModel(graph).ToBytes();
    }

    /// <summary>Gives the indices of X's items above zero, as many as there are.</summary>
    public static byte[] Positives()
    {
        var graph = new OnnxGraph("positives");
        graph.AddInput("X", OnnxElementType.Float, "N", 4);
        graph.AddNode("Greater", ["X", graph.AddInitializer("zero", [1], new[] { 0f })], "above");
        graph.AddNode("NonZero", ["above"], "Y");
        graph.AddOutput("Y", OnnxElementType.Int64, 2, "count");
        return new OnnxModel(graph).ToBytes();
    }
}
