using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

public sealed class ExportOnnxTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Architectures => new(Architecture.Names);

    private string Onnx => _folder.File("digits.onnx");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Architectures))]
    public void ExportOnnx_TrainedChain_AgreesWithEngineAndTransformer(string architecture)
    {
        var digits = Sample.Test(40);
        var trainer = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick with { Architecture = architecture, BatchSize = 16 });
        using var model = DigitPipeline.Create(_ml, trainer).Fit(Sample.Train(64));

        _ml.Model.ExportOnnx(model, digits.Schema, Onnx);

        float[] exported = Run(digits);
        AssertClose(Engine(trainer.Network!, digits), exported);
        AssertClose([.. Sample.Scores(model.Transform(digits)).SelectMany(score => score)], exported);
        Assert.True(exported.Distinct().Count() > 100, "The scores hardly depend on the digit.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(256)]
    public void ExportOnnx_AnyBatch_ScoresEachImageAlike(int batch)
    {
        var digits = Sample.Test(256);
        using var model = Sample.Fit(_ml, Sample.Quick, Sample.Train(64));
        _ml.Model.ExportOnnx(model, digits.Schema, Onnx);

        float[] scores = Run(Sample.Test(batch));

        AssertClose([.. Sample.Scores(model.Transform(digits)).Take(batch).SelectMany(score => score)], scores);
    }

    [Fact]
    public void ExportOnnx_Chain_TakesRawPixelsAndGivesMlNetsColumns()
    {
        using var model = Sample.Fit(_ml, Sample.Quick, Sample.Train(64));

        _ml.Model.ExportOnnx(model, Sample.Test(1).Schema, Onnx);

        OnnxGraph graph = OnnxModel.Load(Onnx).Graph;
        Assert.Equal("Pixels: Float[N, 1, 28, 28]", Assert.Single(graph.Inputs).ToString());
        Assert.Equal(["Score: Float[N, 10]", "PredictedLabel: Int64[N]"], graph.Outputs.Select(output => output.ToString()));
    }

    [Fact]
    public void ExportOnnx_ReadByApplyOnnxModel_KeepsClassNames()
    {
        using var model = Sample.Fit(_ml, Sample.Quick, Sample.Train(64));
        _ml.Model.ExportOnnx(model, Sample.Test(1).Schema, Onnx);

        IDataView scored = _ml.Transforms.ApplyOnnxModel(Onnx).Fit(Sample.Test(7)).Transform(Sample.Test(7));

        VBuffer<ReadOnlyMemory<char>> names = default;
        scored.Schema["Score"].GetSlotNames(ref names);
        Assert.Equal("0 1 2 3 4 5 6 7 8 9", string.Join(' ', names.DenseValues()));
        Assert.Equal(Sample.Scores(model.Transform(Sample.Test(7))).Select(score => Array.IndexOf(score, score.Max())), scored.GetColumn<long[]>("PredictedLabel").Select(label => (int)label[0]));
    }

    [Fact]
    public void ExportOnnx_SavedAndLoadedChain_GivesTheSameBytes()
    {
        using var model = Sample.Fit(_ml, Sample.Quick, Sample.Train(64));
        DataViewSchema schema = Sample.Test(1).Schema;
        _ml.Model.Save(model, schema, _folder.File("digits.zip"));

        ITransformer loaded = new MLContext().Model.Load(_folder.File("digits.zip"), out DataViewSchema loadedSchema);

        Assert.Equal(_ml.Model.ToOnnx(model, schema).ToBytes(), _ml.Model.ToOnnx(loaded, loadedSchema).ToBytes());
    }

    [Fact]
    public void ExportOnnx_ScoringPart_GivesTheSameBytes()
    {
        using var model = Sample.Fit(_ml, Sample.Quick, Sample.Train(64));
        DataViewSchema schema = Sample.Test(1).Schema;

        byte[] scoring = _ml.Model.ToOnnx(model.GetModelFor(TransformerScope.Scoring), schema).ToBytes();

        Assert.Equal(_ml.Model.ToOnnx(model, schema).ToBytes(), scoring);
    }

    [Fact]
    public void ExportOnnx_OtherColumnNames_AreTheModelsNames()
    {
        var options = Sample.Quick with { FeatureColumnName = "Ink", ScoreColumnName = "Odds", PredictedLabelColumnName = "Guess" };
        var chain = _ml.Transforms.MapDigitLabel().Append(_ml.Transforms.NormalizePixels("Ink")).Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options));

        OnnxGraph graph = _ml.Model.ToOnnx(chain.Fit(Sample.Train(64)), Sample.Test(1).Schema).Graph;

        Assert.Equal(["Pixels", "Odds", "Guess"], graph.Inputs.Concat(graph.Outputs).Select(value => value.Name));
    }

    /// <summary>Scores with ONNX Runtime alone, all digits in one batch.</summary>
    private float[] Run(MnistView digits)
    {
        using var session = new InferenceSession(Onnx);
        var pixels = new DenseTensor<float>(digits.Pixels.ToArray().Select(pixel => (float)pixel).ToArray(), [digits.Count, 1, 28, 28]);
        using var outputs = session.Run([NamedOnnxValue.CreateFromTensor("Pixels", pixels)], ["Score"]);
        return [.. outputs[0].AsTensor<float>()];
    }

    private static float[] Engine(Network network, MnistView digits)
    {
        using var predictor = new NetworkPredictor(network);
        var probabilities = new float[digits.Count * 10];
        predictor.Predict(digits.Pixels.ToArray().Select(pixel => pixel / 255f).ToArray(), probabilities);
        return probabilities;
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.InRange(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-5f);
    }
}
