using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;

namespace MlNetDigits.Tests.Recognition;

/// <summary>The same pictures get the same answers of the same model, however it is used.</summary>
public sealed class SameAnswersTests
{
    public static TheoryData<string> Kinds => [.. FormModels.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_OnnxAndZip_TellFormAndClasses(string kind)
    {
        FormModel model = FormModels.Get(kind);

        using DigitRecognizer onnx = DigitRecognizer.Load(model.Onnx), zip = DigitRecognizer.Load(model.Zip);

        Assert.Equal((model.Form, model.Form), (onnx.Form, zip.Form));
        Assert.Equal(model.Classes, onnx.ClassNames);
        Assert.Equal(model.Classes, zip.ClassNames);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predict_Pictures_AnswersAsTheEngineDoesForTheirForm(string kind)
    {
        FormModel model = FormModels.Get(kind);
        var ml = new MLContext();
        using var chain = (IDisposable)ml.Model.Load(model.Zip, out _);
        using var engine = ml.Model.CreatePredictionEngine<DigitImage, DigitPrediction>((ITransformer)chain, new PredictionEngineOptions { OwnsTransformer = false });
        using DigitRecognizer onnx = DigitRecognizer.Load(model.Onnx), zip = DigitRecognizer.Load(model.Zip);

        foreach (string picture in model.Pictures)
        {
            float[] expected = engine.Predict(DigitImage.FromPixels(model.Form.Load(picture))).Score;
            AssertAlike(expected, onnx.Predict(picture).Score);
            AssertAlike(expected, zip.Predict(picture).Score);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddDigitRecognition_PoolOfOnnxAndZip_AnswersAsTheRecognizer(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using var recognizer = DigitRecognizer.Load(model.Onnx);
        foreach (string path in new[] { model.Onnx, model.Zip })
        {
            using ServiceProvider services = new ServiceCollection().AddDigitRecognition(path).Services.BuildServiceProvider();
            var pooled = services.GetRequiredService<IDigitRecognizer>();

            DigitPrediction prediction = pooled.Predict(DigitImage.Load(model.Pictures[0], pooled.Form));

            Assert.Equal(model.Classes, pooled.ClassNames);
            AssertAlike(recognizer.Predict(model.Pictures[0]).Score, prediction.Score);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_TritonRepository_HasClassesAndForm(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using var folder = new TemporaryFolder();

        TritonRepository.Write(model.Onnx, folder.Path);

        Assert.Equal(model.Classes, File.ReadAllLines(folder.File("digits/labels.txt")));
        string config = File.ReadAllText(folder.File("digits/config.pbtxt"));
        Assert.Contains($"key: \"normalize\" value: {{ string_value: \"{model.Form.Normalization.ToString().ToLowerInvariant()}\" }}", config);
        Assert.Contains($"dims: [ {model.Classes.Length} ]", config);
    }

    private static void AssertAlike(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected, (probability, i) => Assert.Equal(probability, actual[i], 1e-4f));
    }
}
