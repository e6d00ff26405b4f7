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
            DigitPrediction expected = engine.Predict(DigitImage.FromPixels(model.Form.Load(picture)));
            AssertAlike(expected, onnx.Predict(picture));
            AssertAlike(expected, zip.Predict(picture));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PredictBatch_MoreThanOneThreadTakes_AnswersAsOneByOne(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using DigitRecognizer onnx = DigitRecognizer.Load(model.Onnx), zip = DigitRecognizer.Load(model.Zip);
        DigitImage[] images = [.. Enumerable.Range(0, 20).Select(i => DigitImage.Load(model.Pictures[i % model.Pictures.Length], model.Form))];

        DigitPrediction[] ofOnnx = onnx.PredictBatch(images), ofZip = zip.PredictBatch(images);

        Assert.All(images, (image, i) =>
        {
            AssertAlike(onnx.Predict(image), ofOnnx[i]);
            AssertAlike(onnx.Predict(image), ofZip[i]);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void HasRejection_OnnxZipAndPool_IsThatOfTheTraining(string kind)
    {
        FormModel model = FormModels.Get(kind);
        using DigitRecognizer onnx = DigitRecognizer.Load(model.Onnx), zip = DigitRecognizer.Load(model.Zip);
        using ServiceProvider services = new ServiceCollection().AddDigitRecognition(model.Zip).Services.BuildServiceProvider();
        IDigitRecognizer pooled = services.GetRequiredService<IDigitRecognizer>();
        DigitImage noise = DigitImage.FromPixels(RejectionImages.Noise());
        bool hasRejection = kind == FormModels.Refusing;

        DigitPrediction[] predictions = [onnx.Predict(noise), zip.Predict(noise), pooled.Predict(noise), pooled.PredictBatch([noise])[0]];

        Assert.Equal([hasRejection, hasRejection, hasRejection], [onnx.HasRejection, zip.HasRejection, pooled.HasRejection]);
        Assert.All(predictions, prediction => Assert.Equal(hasRejection, !prediction.IsDigit));
        Assert.All(predictions, prediction => Assert.Equal(hasRejection, prediction.DigitProbability is not null));
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
            AssertAlike(recognizer.Predict(model.Pictures[0]), prediction);
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
        Assert.Contains($"dims: [ {model.Classes.Length} ]\n    label_filename", config);
        Assert.Equal(kind == FormModels.Refusing, config.Contains("name: \"DigitScore\"\n    data_type: TYPE_FP32\n    dims: [ 1 ]\n  }"));
    }

    private static void AssertAlike(DigitPrediction expected, DigitPrediction actual)
    {
        Assert.Equal((expected.Score.Length, expected.DigitScore.Length), (actual.Score.Length, actual.DigitScore.Length));
        Assert.Equal(expected.PredictedLabel, actual.PredictedLabel);
        Assert.All(expected.Score.Concat(expected.DigitScore).Zip(actual.Score.Concat(actual.DigitScore)), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }
}
