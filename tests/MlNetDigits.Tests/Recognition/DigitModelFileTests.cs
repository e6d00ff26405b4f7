using System.IO.Compression;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Mnist;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Recognition;

public sealed class DigitModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Load_MissingOrFolder_SaysWhich()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => DigitRecognizer.Load(_folder.File("digits.onnx")));
        var folder = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(_folder.Path));

        Assert.Contains(_folder.File("digits.onnx"), missing.Message);
        Assert.Contains("is a folder", folder.Message);
    }

    [Theory]
    [InlineData("digits.onnx")]
    [InlineData("digits.zip")]
    public void Load_CutOffAnywhere_NamesFileAndMend(string name)
    {
        var path = _folder.File(name);
        Save(path);
        var bytes = File.ReadAllBytes(path);

        foreach (var part in new[] { 0.0, 0.1, 0.5, 0.99 })
        {
            File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);

            var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(path));

            Assert.StartsWith($"'{path}' is not a ", error.Message);
            Assert.EndsWith("Train or export it again, or name another file.", error.Message);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Fact]
    public void Load_AlteredZip_IsRefused()
    {
        var path = _folder.File("digits.zip");
        Save(path);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0xff;
        File.WriteAllBytes(path, bytes);

        Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(path));
    }

    [Fact]
    public void Load_ZipOfOnnxStepsThatShareNoColumn_AnswersAsItsLastStep()
    {
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));
        DoublingModel.Save(_folder.File("doubled.onnx"));
        var ml = new MLContext();
        IDataView rows = ml.Data.LoadFromEnumerable([new DigitImage()]);
        var chain = ml.Transforms.ApplyOnnxModel("Doubled", "Pixels", _folder.File("doubled.onnx"))
            .Append(ml.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], _folder.File("digits.onnx")));
        ml.Model.Save(chain.Fit(rows), rows.Schema, _folder.File("digits.zip"));

        using var zip = DigitRecognizer.Load(_folder.File("digits.zip"));

        using var onnx = DigitRecognizer.Load(_folder.File("digits.onnx"));
        var image = DigitImage.FromPixels(Checkout.Digits.Test.Pixels.Span[..784]);
        Assert.Equal(onnx.Predict(image).Score, zip.Predict(image).Score);
    }

    [Fact]
    public void Load_OnnxOfAnotherInput_AsksForItsScale()
    {
        var path = _folder.File("other.onnx");
        NearestMeanModel.SaveOnnx(path, input: "Image");

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(path));

        Assert.Contains($"'{path}' cannot be taken as it is: it takes 'Image: Float[N, 1, 28, 28]'", error.Message);
        Assert.Contains("give the scale 1", error.Message);
    }

    [Fact]
    public void Load_ZipWithoutAScore_IsRefused()
    {
        var path = _folder.File("other.zip");
        var ml = new MLContext();
        var data = ml.Data.LoadFromEnumerable([new DigitImage()]);
        ml.Model.Save(ml.Transforms.CopyColumns("Features", "Pixels").Fit(data), data.Schema, path);

        var error = Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(path));

        Assert.Contains("it gives no 'Score' of at least 2 floats", error.Message);
    }

    [Fact]
    public void Load_ModelOfOtherImages_IsRefusedWithTheirSize()
    {
        var ml = new MLContext(1);
        var trainer = ml.MulticlassClassification.Trainers.ConvolutionalNetwork(new ConvolutionalNetworkOptions { Architecture = "tiny", Epoch = 1, Context = ml, ValidationSetFraction = null, EarlyStoppingCriteria = null });
        IDataView rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 8).Select(i => new SmallImage { Label = i % 2 == 0 ? "a" : "b" }));
        var chain = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Transforms.NormalizePixels(height: 20, width: 20)).Append(trainer);
        using var model = chain.Fit(rows);
        ml.Model.ExportOnnx(model, rows.Schema, _folder.File("small.onnx"));
        ml.Model.Save(model, rows.Schema, _folder.File("small.zip"));

        foreach (string name in new[] { "small.onnx", "small.zip" })
            Assert.Contains("it takes 'Pixels: Float[N, 1, 20, 20]', but images here have 28×28 pixels", Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(_folder.File(name))).Message);
    }

    [Fact]
    public void Load_ZipOfAWholeTrainingChain_NeedsNoLabel()
    {
        Save(_folder.File("digits.onnx"));
        var path = _folder.File("chain.zip");
        var ml = new MLContext();
        var data = new MnistView(new byte[784], [3]);
        var chain = new EstimatorChain<ITransformer>()
            .Append(ml.Transforms.MapDigitLabel(), TransformerScope.TrainTest)
            .Append(ml.Transforms.ApplyOnnxModel(["Score", "PredictedLabel"], ["Pixels"], _folder.File("digits.onnx")));
        ml.Model.Save(chain.Fit(data), data.Schema, path);

        using var recognizer = DigitRecognizer.Load(path);

        Assert.Equal(10, recognizer.Predict(new DigitImage()).Score.Length);
    }

    [Fact]
    public void Load_ForeignFiles_AreRefused()
    {
        File.WriteAllText(_folder.File("text.onnx"), "not a model at all");
        using (var zip = ZipFile.Open(_folder.File("papers.zip"), ZipArchiveMode.Create))
            zip.CreateEntry("paper.txt");

        Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(_folder.File("text.onnx")));
        Assert.Throws<InvalidDataException>(() => DigitRecognizer.Load(_folder.File("papers.zip")));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class SmallImage
    {
        [VectorType(400)]
        public float[] Pixels { get; set; } = new float[400];

        public string Label { get; set; } = "";
    }

    private void Save(string path)
    {
        var onnx = _folder.File("digits.onnx");
        NearestMeanModel.SaveOnnx(onnx);
        if (path != onnx)
            NearestMeanModel.SaveZip(path, onnx);
    }
}
