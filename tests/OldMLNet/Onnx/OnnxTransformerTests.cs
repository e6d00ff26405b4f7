using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Onnx;

namespace MLNet.Tests.Onnx;

public class OnnxTransformerTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Predict_SeveralExamples_GivesEachItsOutputs()
    {
        using var engine = _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(_ml.FitClassifier(OnnxModels.Classifier()));

        var predictions = Enumerable.Range(0, 3).Select(i => engine.Predict(ClassifierInput.For(i))).ToArray();

        Assert.Equal([0L, 1, 2], predictions.Select(prediction => prediction.PredictedLabel.Single()));
        Assert.All(predictions, (prediction, i) => Assert.True(prediction.Score[i] > 0.99f && prediction.Score.Length == 3));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Predict_VectorOfAnotherLength_Throws(int length)
    {
        using var engine = _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(_ml.FitClassifier(OnnxModels.Classifier()));

        Assert.Throws<InvalidOperationException>(() => engine.Predict(new ClassifierInput { Pixels = new float[length] }));
    }

    [Fact]
    public void Predict_ManyEnginesOnOneModel_AgreeUnderThreads()
    {
        using var model = _ml.FitClassifier(OnnxModels.Classifier());

        Parallel.For(0, 8, _ =>
        {
            using var engine = _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(model, new PredictionEngineOptions { OwnsTransformer = false });
            for (var i = 0; i < 200; i++)
                Assert.Equal(i % 3, engine.Predict(ClassifierInput.For(i % 3)).PredictedLabel[0]);
        });
    }

    [Fact]
    public void Dispose_OfAnEngineThatOwnsIt_EndsTheModelForAll()
    {
        var model = _ml.FitClassifier(OnnxModels.Classifier());
        _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(model).Dispose();

        Assert.ThrowsAny<Exception>(() => _ml.Model.CreatePredictionEngine<ClassifierInput, ClassifierOutput>(model).Predict(ClassifierInput.For(0)));
    }

    [Fact]
    public void Save_Model_HoldsTheOnnxBytesAndLoads()
    {
        var bytes = OnnxModels.Classifier("a", "b", "c");
        var data = _ml.Data.LoadFromEnumerable([ClassifierInput.For(1)]);
        using var memory = new MemoryStream();

        _ml.Model.Save(_ml.FitClassifier(bytes), data.Schema, memory);
        var loaded = _ml.Model.Load(memory, out _);

        Assert.Equal(1, loaded.Transform(data).GetColumn<long[]>("PredictedLabel").Single()[0]);
        Assert.Equal("SlotNames", loaded.GetOutputSchema(data.Schema)["Score"].Annotations.Schema.Single().Name);
        using var archive = new ZipArchive(memory);
        var entry = archive.Entries.Single(entry => entry.Name == "OnnxModel");
        Assert.Equal(bytes.Length + sizeof(int), entry.Length);
    }

    [Fact]
    public void Save_ModelWithGivenShape_LoadsWithIt()
    {
        var shapes = new Dictionary<string, int[]> { ["X"] = [2, 3], ["Y"] = [2, 3] };
        var data = _ml.Data.LoadFromEnumerable([new Six { X = [1, 2, 3, 4, 5, 6] }]);
        var model = _ml.Transforms.ApplyOnnxModel(new MemoryStream(OnnxModels.Identity(OnnxElementType.Float, "Y", "N", 3)), shapes).Fit(data);
        using var memory = new MemoryStream();

        _ml.Model.Save(model, null, memory);
        var scored = _ml.Model.Load(memory, out _).Transform(data);

        Assert.Equal("Vector<Single, 2, 3>", scored.Schema["Y"].Type.ToString());
        Assert.Equal([1f, 2, 3, 4, 5, 6], scored.GetColumn<float[]>("Y").Single());
    }

    [Fact]
    public void GetOutputSchema_InAChain_IsKnownBeforeFitting()
    {
        var estimator = new EstimatorChain<ITransformer>()
            .Append(_ml.Transforms.ApplyOnnxModel("Score", "Pixels", new MemoryStream(OnnxModels.Classifier())))
            .Append(_ml.Transforms.ApplyOnnxModel(["Y"], ["X"], new MemoryStream(Renaming("Score"))));
        var data = _ml.Data.LoadFromEnumerable([ClassifierInput.For(1)]);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => estimator.Fit(data));

        Assert.Contains("'X'", error.Message);
    }

    [Fact]
    public void Fit_ChainOfTwoModels_ScoresThroughBoth()
    {
        var data = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 150).Select(i => ClassifierInput.For(i % 3)).ToArray());
        var chain = _ml.Transforms.ApplyOnnxModel("Score", "Pixels", new MemoryStream(OnnxModels.Classifier()))
            .Append(_ml.Transforms.ApplyOnnxModel("Copy", "Score", new MemoryStream(Renaming("Score", "Copy"))));

        var scored = chain.Fit(data).Transform(data);

        Assert.Equal(scored.GetColumn<float[]>("Score"), scored.GetColumn<float[]>("Copy"));
        Assert.Equal(150, scored.GetColumn<float[]>("Copy").Count());
    }

    private static byte[] Renaming(string input, string output = "Y")
    {
        var graph = new OnnxGraph("rename");
        graph.AddInput(input == "Score" && output == "Y" ? "X" : input, OnnxElementType.Float, "N", 3);
        graph.AddNode("Identity", [graph.Inputs[0].Name], output);
        graph.AddOutput(output, OnnxElementType.Float, "N", 3);
        return new OnnxModel(graph).ToBytes();
    }

    private sealed class Six
    {
        [VectorType(6)]
        public float[] X { get; set; } = [];
    }
}
