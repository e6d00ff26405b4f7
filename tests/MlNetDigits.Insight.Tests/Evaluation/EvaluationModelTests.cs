using Microsoft.ML;
using MlNetDigits.Evaluation;
using MlNetDigits.Mapping;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Evaluation;

public sealed class EvaluationModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MnistView _digits = Sample.Test(20);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_OnnxAndItsZip_ScoreAlike()
    {
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));
        NearestMeanModel.SaveZip(_folder.File("digits.zip"), _folder.File("digits.onnx"));

        float[] onnx = Score("digits.onnx"), zip = Score("digits.zip");

        Assert.Equal(onnx, zip);
    }

    [Fact]
    public void Load_OneNumberForAnImage_SaysThatItIsNoClassifier()
    {
        var graph = new OnnxGraph("regression");
        graph.AddInput("Pixels", OnnxElementType.Float, "N", 784);
        graph.AddNode("ReduceMean", ["Pixels"], "Score", OnnxAttribute.Ints("axes", 1), OnnxAttribute.Int("keepdims", 1));
        graph.AddOutput("Score", OnnxElementType.Float, "N", 1);
        new OnnxModel(graph).Save(_folder.File("mean.onnx"));

        var error = Assert.Throws<InvalidDataException>(() => Score("mean.onnx"));

        Assert.EndsWith("a probability for each of at least 2 classes: use a model that classifies.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OtherInput_AsksForItsScaleAndTakesIt()
    {
        NearestMeanModel.SaveOnnx(_folder.File("other.onnx"), input: "Features");

        var error = Assert.Throws<InvalidDataException>(() => Score("other.onnx"));

        Assert.StartsWith($"'{_folder.File("other.onnx")}' cannot be evaluated: it takes 'Features: Float[N, 1, 28, 28]' and gives 'Score: Float[N, 10]', but does not tell whether its pixels go from 0 to 1 or to 255", error.Message, StringComparison.Ordinal);
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));
        Assert.Equal(Score("digits.onnx"), Score("other.onnx", new ModelMapping { Scale = 255 }));
    }

    [Fact]
    public void Load_DamagedFile_IsOneClearError()
    {
        File.WriteAllText(_folder.File("damaged.onnx"), "no model");

        Assert.StartsWith($"'{_folder.File("damaged.onnx")}' cannot be evaluated", Assert.Throws<InvalidDataException>(() => Score("damaged.onnx")).Message, StringComparison.Ordinal);
    }

    private float[] Score(string name, ModelMapping? mapping = null) =>
        ScoredImages.Score(EvaluationModel.Load(new MLContext(), _folder.File(name), _digits, mapping: mapping), _digits).Probabilities.ToArray();
}
