using Microsoft.ML.OnnxRuntime;
using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Onnx;

public class OnnxRuntimeTests
{
    [Fact]
    public void Run_ScaleOfABatch_MultipliesEachNumber()
    {
        var results = Run(Models.Scale(2), "X", [1, 2, 3, 4, 5, 6], "Y");

        Assert.Equal([2, 4, 6, 8, 10, 12], results);
    }

    [Fact]
    public void Run_ModelWithSlotNames_LoadsAndScores()
    {
        var results = Run(Models.Classify(), "Logits", [0, 5, 0], "Score");

        Assert.Equal(1, results.Sum(), 5);
        Assert.True(results[1] > 0.9f);
    }

    [Fact]
    public void Session_Metadata_IsReadBack()
    {
        var model = Models.Scale(2);
        model.Metadata["accuracy"] = "0.99";

        using var session = new InferenceSession(model.ToBytes());

        Assert.Equal("0.99", session.ModelMetadata.CustomMetadataMap["accuracy"]);
    }

    [Fact]
    public void Join_ScaleIntoClassify_RunsBoth()
    {
        var joined = OnnxModel.Join(Models.Scale(10), Models.Classify(), new Dictionary<string, string> { ["Y"] = "Logits" });

        using var session = new InferenceSession(joined.ToBytes());
        Assert.Equal(["X"], session.InputMetadata.Keys);
        Assert.Equal(["Score", "PredictedLabel"], session.OutputMetadata.Keys);
        Assert.True(Run(joined, "X", [1, 0, 0], "Score")[0] > 0.99f);
    }

    [Fact]
    public void Join_ModelsWithEqualInnerNames_RenamesThem()
    {
        var joined = OnnxModel.Join(Models.Scale(2), Models.Scale(5, "Y", "Z"), new Dictionary<string, string> { ["Y"] = "Y" });

        Assert.Equal([10, 20, 30], Run(joined, "X", [1, 2, 3], "Z"));
    }

    [Fact]
    public void Join_InnerNameEqualToAnOutput_KeepsTheOutput()
    {
        var joined = OnnxModel.Join(Models.Scale(2, "X", "Score"), Models.Classify(), new Dictionary<string, string> { ["Score"] = "Logits" });

        Assert.Equal(1, Run(joined, "X", [1, 2, 3], "Score").Sum(), 5);
    }

    [Fact]
    public void Join_WeightsListedAsInputs_StayWeights()
    {
        var old = Models.Scale(5, "Y", "Z");
        foreach (var weight in old.Graph.Initializers)
            old.Graph.Proto.Input.Add(new OnnxValueInfo(weight.Name, weight.ElementType, [.. weight.Dimensions.Select(size => (OnnxDimension)size)]).Proto);

        var joined = OnnxModel.Join(Models.Scale(2), OnnxModel.Parse(old.ToBytes()), new Dictionary<string, string> { ["Y"] = "Y" });

        Assert.Equal(["X"], joined.Graph.Inputs.Select(input => input.Name));
        Assert.Equal([10, 20, 30], Run(joined, "X", [1, 2, 3], "Z"));
    }

    [Fact]
    public void Join_Metadata_IsMergedAndTheSecondWins()
    {
        var (first, second) = (Models.Scale(2), Models.Classify());
        (first.Metadata["a"], first.Metadata["b"], second.Metadata["b"]) = ("1", "1", "2");

        var joined = OnnxModel.Join(first, second, new Dictionary<string, string> { ["Y"] = "Logits" });

        Assert.Equal(["1", "2"], joined.Metadata.Values);
    }

    [Theory]
    [InlineData("None", "Logits", "no output 'None'")]
    [InlineData("Y", "None", "no input 'None'")]
    public void Join_UnknownConnection_NamesIt(string output, string input, string expected)
    {
        var connections = new Dictionary<string, string> { [output] = input };

        var error = Assert.Throws<ArgumentException>(() => OnnxModel.Join(Models.Scale(2), Models.Classify(), connections));

        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void Join_DifferentOperatorSets_Throws()
    {
        var second = Models.Classify();
        second.OperatorSets[""] = 13;

        Assert.Throws<ArgumentException>(() => OnnxModel.Join(Models.Scale(2), second, new Dictionary<string, string> { ["Y"] = "Logits" }));
    }

    private static float[] Run(OnnxModel model, string input, float[] values, string output)
    {
        using var session = new InferenceSession(model.ToBytes());
        using var options = new RunOptions();
        using var value = OrtValue.CreateTensorValueFromMemory(values, [values.Length / 3, 3]);

        using var results = session.Run(options, [input], [value], [output]);

        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
