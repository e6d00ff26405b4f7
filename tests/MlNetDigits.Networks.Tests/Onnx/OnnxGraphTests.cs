using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Onnx;

public class OnnxGraphTests
{
    private readonly OnnxGraph _graph = new("test");

    [Fact]
    public void AddInitializer_WrongNumberOfValues_NamesShapeAndCount()
    {
        var error = Assert.Throws<ArgumentException>(() => _graph.AddInitializer("w", [2, 3], new float[5]));

        Assert.Contains("'w' of shape [2, 3] takes 6 values, got 5", error.Message);
    }

    [Fact]
    public void AddNode_UnknownInput_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => _graph.AddNode("Relu", ["x"], "y"));

        Assert.Contains("reads 'x'", error.Message);
    }

    [Fact]
    public void AddNode_TakenOutput_Throws()
    {
        _graph.AddInput("x", OnnxElementType.Float, "N");

        Assert.Throws<ArgumentException>(() => _graph.AddNode("Relu", ["x"], "x"));
    }

    [Fact]
    public void AddOutput_UnknownValue_Throws() =>
        Assert.Throws<ArgumentException>(() => _graph.AddOutput("y", OnnxElementType.Float, "N"));

    [Fact]
    public void UniqueName_TakenPrefix_AddsANumber()
    {
        _graph.AddInput("relu", OnnxElementType.Float, "N");
        _graph.AddNode("Relu", ["relu"], _graph.UniqueName("relu"));

        Assert.Equal("relu_3", _graph.UniqueName("relu"));
        Assert.Equal("conv", _graph.UniqueName("conv"));
    }

    [Fact]
    public void AddSlotNames_SameNameTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => _graph.AddSlotNames("Score", ["a", "a"]));

    [Fact]
    public void AddSlotNames_Names_StandInANodeForMLNet()
    {
        _graph.AddSlotNames("Score", ["zero", "one"]);

        var node = Assert.Single(_graph.Nodes);
        Assert.Equal(("mlnet.Score.SlotNames", "LabelEncoder", "ai.onnx.ml"), (node.Name, node.OpType, node.Domain));
        Assert.Equal(["zero", "one"], node.Attribute("keys_strings")!.StringValues);
    }

    [Fact]
    public void ImplicitDimension_Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _graph.AddInput("x", OnnxElementType.Float, -1));
}
