using Microsoft.ML;
using MlNetDigits.Explanation;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Explanation;

public sealed class ExplainerErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_ModelWithoutConvolutions_SaysSo()
    {
        string path = _folder.File("mean.onnx");
        NearestMeanModel.SaveOnnx(path);

        var error = Assert.Throws<InvalidDataException>(() => DigitExplainer.Load(path));

        Assert.StartsWith($"'{path}': The model cannot be explained: it has no convolution", error.Message);
    }

    [Fact]
    public void Load_NoModel_NamesTheFile()
    {
        string path = _folder.File("text.onnx");
        File.WriteAllText(path, "no model");

        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => DigitExplainer.Load(path)).Message);
        Assert.Contains("does not exist", Assert.Throws<FileNotFoundException>(() => DigitExplainer.Load(path + "x")).Message);
    }

    [Theory]
    [InlineData("Sigmoid", "its 'Score' comes from Sigmoid, not from softmax")]
    [InlineData("LogSoftmax", "its 'Score' comes from LogSoftmax, not from softmax")]
    public void FromOnnx_ScoreWithoutSoftmax_NamesWhatGivesIt(string end, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => DigitExplainer.FromOnnx(ExplainedModels.Convolution(end: end))).Message);

    [Fact]
    public void FromOnnx_OtherInput_NamesIt()
    {
        var graph = new OnnxGraph("colour");
        graph.AddInput("Pixels", OnnxElementType.Float, "N", 3, 224, 224);

        Assert.Contains("it takes Pixels: Float[N, 3, 224, 224], but one input of 28×28 float pixels is needed", Assert.Throws<InvalidDataException>(() => DigitExplainer.FromOnnx(new OnnxModel(graph))).Message);
    }

    [Fact]
    public void Explain_OptionsThatDoNotFit_NameValueAndLimit()
    {
        using DigitExplainer explainer = DigitExplainer.FromOnnx(ExplainedModels.Convolution());
        DigitImage digit = ExplainedModels.Digit(0);

        Assert.Contains("no member 2: give 1, as it is no ensemble", Assert.Throws<ArgumentOutOfRangeException>(() => explainer.GetFeatureMaps(digit, 2)).Message);
        Assert.Contains("no layer 'relu': use one of edges", Assert.Throws<ArgumentException>(() => explainer.Explain(digit, new ExplanationOptions { ActivationLayer = "relu" })).Message);
        Assert.Contains("Top is 0, but must be at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => explainer.Explain(digit, new ExplanationOptions { Top = 0 })).Message);
        Assert.Contains("Stride is 3, but must be from 1 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => explainer.Explain(digit, new ExplanationOptions { Occlusion = new OcclusionOptions { Stride = 3 } })).Message);
        Assert.Contains("784", Assert.Throws<ArgumentException>(() => explainer.Explain(new DigitImage { Pixels = new float[3] })).Message);
    }

    [Fact]
    public void Load_TrainedPipelineAsOnnxAndZip_ExplainBothAlike()
    {
        var ml = new MLContext(1);
        var digits = Sample.Train(100);
        var model = Sample.Fit(ml, Sample.Quick, digits);
        ml.Model.ExportOnnx(model, digits.Schema, _folder.File("digits.onnx"));
        ml.Model.Save(model.GetModelFor(Microsoft.ML.Data.TransformerScope.Scoring), digits.Schema, _folder.File("digits.zip"));
        var digit = new DigitImage { Pixels = Sample.Images(Sample.Test(1))[0].Pixels };
        using DigitRecognizer recognizer = DigitRecognizer.Load(_folder.File("digits.onnx"));
        using DigitExplainer onnx = DigitExplainer.Load(_folder.File("digits.onnx")), zip = DigitExplainer.Load(_folder.File("digits.zip"));

        DigitExplanation explanation = onnx.Explain(digit), other = zip.Explain(digit);

        Assert.Equal(recognizer.Predict(digit).Score, explanation.Scores, (left, right) => Math.Abs(left - right) < 1e-6);
        Assert.Equal(["conv2d_1 › relu_1 · 6 maps of 28×28", "conv2d_2 › relu_2 · 16 maps of 10×10"], onnx.GetLayers().Select(layer => layer.ToString()));
        Assert.Equal(explanation.FeatureMaps.Select(maps => maps.Values), other.FeatureMaps.Select(maps => maps.Values));
    }
}
