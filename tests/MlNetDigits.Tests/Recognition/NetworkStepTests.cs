using Microsoft.ML;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;
using MlNetDigits.Scoring;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Recognition;

public sealed class NetworkStepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MLContext _ml = new();

    [Theory]
    [InlineData("tiny")]
    [InlineData("resnet")]
    public void Predict_SingleImages_GivesWhatOnnxRuntimeGivesForABatch(string architecture)
    {
        using var model = (NetworkStep)DigitModelFile.Load(_ml, Save(Divided(Network(architecture))), mapping: null);
        using var engine = _ml.Model.CreatePredictionEngine<DigitImage, DigitPrediction>(model, new PredictionEngineOptions { OwnsTransformer = false });
        var images = Enumerable.Range(0, 20).Select(Image).ToArray();

        var batch = DigitBatch.Predict(_ml, model, images);

        Assert.All(images.Zip(batch), pair =>
        {
            var single = engine.Predict(pair.First);
            Assert.All(pair.Second.Score.Zip(single.Score), score => Assert.Equal(score.First, score.Second, 1e-4));
            Assert.Equal(pair.Second.PredictedLabel, single.PredictedLabel);
        });
    }

    [Fact]
    public void Load_GraphOfAnotherAnswerThanItsNetwork_StaysWithOnnxRuntime()
    {
        var changed = Divided("Pixels", "Darkened", 2, Divided(Network("tiny"), "Darkened"));

        using var model = (IDisposable)DigitModelFile.Load(_ml, Save(changed), mapping: null);

        Assert.NotNull(ScoredNetworks.TryRead(changed));
        Assert.IsNotType<NetworkStep>(model);
    }

    [Fact]
    public void Transform_Ensemble_AnswersAsOnnxRuntimeDoes()
    {
        Network[] members = [Network("tiny"), Architecture.Create("lenet5", new Shape(28, 28, 1), 10, seed: 4)];
        using var model = (NetworkStep)DigitModelFile.Load(_ml, Save(members.ToOnnx(new OnnxExportOptions { InputName = "Pixels" })), mapping: null);
        DigitImage[] images = [.. Enumerable.Range(0, 300).Select(Image)];

        DigitPrediction[] answers = DigitBatch.Predict(_ml, model, images);

        Assert.All(DigitBatch.Predict(_ml, model.Onnx, images).Zip(answers), pair =>
        {
            Assert.All(pair.First.Score.Zip(pair.Second.Score), score => Assert.Equal(score.First, score.Second, 1e-4));
            // Two members may be equally sure of two digits; rounding decides then.
            Assert.Equal(pair.First.Confidence, pair.First.Score[pair.Second.PredictedLabel[0]], 1e-4);
        });
    }

    [Fact]
    public void Save_Model_WritesTheStepOfOnnxRuntime()
    {
        using var model = (NetworkStep)DigitModelFile.Load(_ml, Save(Divided(Network("tiny"))), mapping: null);

        _ml.Model.Save(model, null, _folder.File("digits.zip"));

        using var zip = DigitRecognizer.Load(_folder.File("digits.zip"));
        Assert.Equal(DigitBatch.Predict(_ml, model, [Image(0)])[0].Score, zip.Predict(Image(0)).Score);
        using var plain = (IDisposable)new MLContext().Model.Load(_folder.File("digits.zip"), out _);
        Assert.IsType<Microsoft.ML.Transforms.Onnx.OnnxTransformer>(plain);
    }

    public void Dispose() => _folder.Dispose();

    private static Network Network(string architecture) => Architecture.Create(architecture, new Shape(28, 28, 1), 10, seed: 3);

    private static DigitImage Image(int index) => DigitImage.FromPixels(Checkout.Digits.Test.Pixels.Span.Slice(index * 784, 784));

    private static OnnxModel Divided(Network network, string input = "Pixels") => Divided(input, "Features", 255, network.ToOnnx(new OnnxExportOptions { InputName = "Features" }));

    private static OnnxModel Divided(string input, string output, float divisor, OnnxModel next)
    {
        var graph = new OnnxGraph("divide");
        graph.AddInput(input, OnnxElementType.Float, "N", 1, 28, 28);
        graph.AddOutput(graph.AddNode("Div", [input, graph.AddInitializer(graph.UniqueName("divisor"), [1], [divisor])], output), OnnxElementType.Float, "N", 1, 28, 28);
        return OnnxModel.Join(new OnnxModel(graph), next, new Dictionary<string, string> { [output] = output });
    }

    private string Save(OnnxModel model)
    {
        model.Save(_folder.File("digits.onnx"));
        return _folder.File("digits.onnx");
    }
}
