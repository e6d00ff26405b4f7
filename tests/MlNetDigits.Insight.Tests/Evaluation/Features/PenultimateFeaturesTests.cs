using Microsoft.ML;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Features;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Evaluation.Features;

public sealed class PenultimateFeaturesTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();
    private readonly MnistView _digits = Sample.Test(300);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compute_NearestMeanModel_GivesItsPixels()
    {
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));

        ImageFeatures features = PenultimateFeatures.Compute(OnnxModel.Load(_folder.File("digits.onnx")), Score());

        Assert.Equal((300, 784), (features.Count, features.Size));
        Assert.Equal(_digits.Pixels.ToArray().Select(pixel => (float)pixel), features.Values.ToArray());
    }

    [Fact]
    public void Compute_EnsembleOfTwo_JoinsTheMembersFeatures()
    {
        IDataView train = Sample.Train(64);
        ITransformer one = Sample.Fit(_ml, Sample.Quick, train), two = Sample.Fit(_ml, Sample.Quick with { Ensemble = 2 }, train);
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));
        ScoredImages images = Score();

        ImageFeatures single = PenultimateFeatures.Compute(_ml.Model.ToOnnx(one, train.Schema), images), joined = PenultimateFeatures.Compute(_ml.Model.ToOnnx(two, train.Schema), images);

        Assert.Equal(2 * single.Size, joined.Size);
        Assert.Equal(single.Values[..single.Size].ToArray(), joined.Values[..single.Size].ToArray());
    }

    [Fact]
    public void Compute_PixelsNotKept_Throws()
    {
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));

        Assert.Throws<ArgumentException>(() => PenultimateFeatures.Compute(OnnxModel.Load(_folder.File("digits.onnx")), Scores.Drawn(2, 2, 1, 1)));
    }

    private ScoredImages Score() =>
        ScoredImages.Score(EvaluationModel.Load(_ml, _folder.File("digits.onnx"), _digits), _digits, new ScoringOptions { KeepPixels = true });
}
