using Microsoft.ML;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

public sealed class ExportOnnxErrorTests : IDisposable
{
    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();
    private readonly MnistView _digits = Sample.Train(40);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ExportOnnx_PixelsMadeByAnotherStep_NamesColumnAndStep()
    {
        var chain = _ml.Transforms.MapDigitLabel()
            .Append(_ml.Transforms.CopyColumns("Copy", "Pixels"))
            .Append(_ml.Transforms.NormalizePixels(inputColumnName: "Copy"))
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        AssertRefused(chain.Fit(_digits), "'Copy' comes from a ColumnCopyingTransformer");
    }

    [Fact]
    public void ExportOnnx_FeaturesFromMinMax_NamesColumnAndStep()
    {
        var chain = _ml.Transforms.MapDigitLabel()
            .Append(_ml.Transforms.NormalizeMinMax("Features", "Pixels"))
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        AssertRefused(chain.Fit(_digits), "'Features' comes from a NormalizingTransformer");
    }

    [Fact]
    public void ExportOnnx_ScoreReplacedByAnotherStep_NamesColumnAndStep()
    {
        var chain = Sample.Chain(_ml, Sample.Quick).Append(_ml.Transforms.CopyColumns("Score", "Features"));

        AssertRefused(chain.Fit(_digits), "'Score' is replaced by a ColumnCopyingTransformer");
    }

    [Fact]
    public void ExportOnnx_NoOnnxStep_NamesTheMend() =>
        AssertRefused(_ml.Transforms.MapDigitLabel().Fit(_digits), "has no ONNX step: fit NormalizePixels");

    [Fact]
    public void ExportOnnx_UnrelatedOnnxSteps_NamesBoth()
    {
        var chain = Sample.Chain(_ml, Sample.Quick).Append(_ml.Transforms.NormalizePixels("Again"));

        AssertRefused(chain.Fit(_digits), "share no column");
    }

    [Fact]
    public void ToOnnx_FeaturesOverwrittenByNormalizePixels_AreTheLatter()
    {
        var chain = _ml.Transforms.MapDigitLabel()
            .Append(_ml.Transforms.CopyColumns("Features", "Pixels"))
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        OnnxModel model = _ml.Model.ToOnnx(chain.Fit(_digits), _digits.Schema);

        Assert.Equal(Sample.Bytes(_ml, Sample.Chain(_ml, Sample.Quick), _digits), model.ToBytes());
    }

    [Fact]
    public void ToOnnx_StepsForTheLabelAndTheReader_AreLeftOut()
    {
        var chain = Sample.Chain(_ml, Sample.Quick)
            .Append(_ml.Transforms.Conversion.MapKeyToValue("Digit", "Label"))
            .Append(_ml.Transforms.DropColumns("Features"));

        OnnxModel model = _ml.Model.ToOnnx(chain.Fit(_digits), _digits.Schema);

        Assert.Equal(["Score", "PredictedLabel"], model.Graph.Outputs.Select(output => output.Name));
    }

    [Fact]
    public void ExportOnnx_OverAnOlderFile_ReplacesItAndLeavesNothingElse()
    {
        string path = _folder.File("digits.onnx");
        File.WriteAllText(path, "old");
        using var model = Sample.Fit(_ml, Sample.Quick, _digits);

        _ml.Model.ExportOnnx(model, _digits.Schema, path);

        Assert.Equal(_ml.Model.ToOnnx(model, _digits.Schema).ToBytes(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("missing/digits.onnx")]
    [InlineData("folder")]
    public void ExportOnnx_UnwritablePath_ThrowsNamingItAndLeavesNothing(string name)
    {
        string path = _folder.File(name);
        Directory.CreateDirectory(_folder.File("folder"));
        File.WriteAllText(_folder.File("folder/mine"), "mine");
        using var model = Sample.Fit(_ml, Sample.Quick, _digits);

        var error = Assert.Throws<IOException>(() => _ml.Model.ExportOnnx(model, _digits.Schema, path));

        Assert.Contains($"'{Path.GetFullPath(path)}' cannot be written", error.Message);
        Assert.Equal([_folder.File("folder"), _folder.File("folder/mine")], Directory.GetFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order());
    }

    private void AssertRefused(ITransformer model, string reason)
    {
        string path = _folder.File("digits.onnx");
        File.WriteAllText(path, "old");

        var error = Assert.Throws<NotSupportedException>(() => _ml.Model.ExportOnnx(model, _digits.Schema, path));

        Assert.Contains(reason, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("old", File.ReadAllText(path));
    }
}
