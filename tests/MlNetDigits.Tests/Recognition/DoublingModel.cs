using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Tests.Recognition;

/// <summary>A graph that doubles pixels and says nothing of classes.</summary>
internal static class DoublingModel
{
    public static void Save(string path)
    {
        var graph = new OnnxGraph("doubling");
        graph.AddInput("Pixels", OnnxElementType.Float, "N", 784);
        graph.AddNode("Add", ["Pixels", "Pixels"], "Doubled");
        graph.AddOutput("Doubled", OnnxElementType.Float, "N", 784);
        new OnnxModel(graph) { ProducerName = "MlNetDigits.Tests" }.Save(path);
    }
}
