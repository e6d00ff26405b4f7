using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Training;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Pipelines;

/// <summary>Chains from image files to digits, by ML.NET's own transforms and by the step that normalizes digits.</summary>
public sealed class ImageChainTests : IDisposable
{
    private static readonly string Samples = SourceTree.PathOf("data", "samples");

    private readonly MLContext _ml = new(1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_ByTransformsOfMlNet_LearnsFromFilesAndScoresThem()
    {
        IDataView files = WriteDigits(300);
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label", nameof(DigitFile.Digit))
            .Append(_ml.Transforms.LoadImages("Image", _folder.Path, nameof(DigitFile.Path)))
            .Append(_ml.Transforms.ResizeImages("Image", 28, 28))
            .Append(_ml.Transforms.ConvertToGrayscale("Image"))
            .Append(_ml.Transforms.ExtractPixels("Features", "Image", ImagePixelExtractingEstimator.ColorBits.Red, scaleImage: 1f / 255))
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Learning));

        using var model = chain.Fit(files);

        Assert.InRange(_ml.MulticlassClassification.Evaluate(model.Transform(files)).MicroAccuracy, 0.6, 1);
    }

    [Fact]
    public void Load_ChainThatNormalizesDigits_EvaluatesAlike()
    {
        IDataView files = WriteDigits(300);
        using var model = NormalizingChain().Fit(files);
        MulticlassClassificationMetrics expected = _ml.MulticlassClassification.Evaluate(model.Transform(files));
        _ml.Model.Save(model, files.Schema, _folder.File("chain.zip"));

        var elsewhere = new MLContext();
        elsewhere.ComponentCatalog.RegisterAssembly(typeof(DigitNormalizer).Assembly);
        ITransformer loaded = elsewhere.Model.Load(_folder.File("chain.zip"), out _);

        MulticlassClassificationMetrics metrics = elsewhere.MulticlassClassification.Evaluate(loaded.Transform(files));
        Assert.InRange(expected.MicroAccuracy, 0.6, 1);
        Assert.Equal(expected.LogLoss, metrics.LogLoss, 1e-5);
    }

    [Fact]
    public void Pool_ChainFromPaths_ScoresAnInputClassWithAPath()
    {
        IDataView files = WriteDigits(60);
        using (var model = NormalizingChain().Fit(files))
            _ml.Model.Save(model, files.Schema, _folder.File("chain.zip"));
        var services = new ServiceCollection();
        services.AddPredictionEnginePool<DigitFile, DigitPrediction>().FromFile(_folder.File("chain.zip"), watchForChanges: false);
        using ServiceProvider provider = services.BuildServiceProvider();

        DigitPrediction prediction = provider.GetRequiredService<PredictionEnginePool<DigitFile, DigitPrediction>>().Predict(new DigitFile { Path = "0.png" });

        Assert.Equal(1, prediction.Score.Sum(), 1e-4);
    }

    [Theory]
    [MemberData(nameof(SamplePictures))]
    public void NormalizeDigit_Picture_GivesWhatLoadingTheFileGives(string name)
    {
        using var engine = _ml.Model.CreatePredictionEngine<Photo, DigitImage>(_ml.Transforms.NormalizeDigit().Fit(_ml.Data.LoadFromEnumerable(Array.Empty<Photo>())));
        using var picture = MLImage.CreateFromFile(Path.Combine(Samples, name));

        float[] pixels = engine.Predict(new Photo { Image = picture }).Pixels;

        Assert.Equal(DigitImage.Load(Path.Combine(Samples, name)).Pixels, pixels);
    }

    [Fact]
    public void NormalizeDigit_OnePictureTwice_LeavesItAsItIs()
    {
        using var engine = _ml.Model.CreatePredictionEngine<Photo, DigitImage>(_ml.Transforms.NormalizeDigit().Fit(_ml.Data.LoadFromEnumerable(Array.Empty<Photo>())));
        using var picture = MLImage.CreateFromFile(Path.Combine(Samples, "7-pen.png"));

        float[] first = engine.Predict(new Photo { Image = picture }).Pixels, second = engine.Predict(new Photo { Image = picture }).Pixels;

        Assert.Equal(first, second);
        Assert.Equal(picture.Width * picture.Height * 4, picture.Pixels.Length);
    }

    [Fact]
    public void NormalizeDigit_EmptySheet_NamesTheFile()
    {
        File.WriteAllBytes(_folder.File("empty.png"), PngEncoder.Encode(new GrayImage(60, 60, [.. Enumerable.Repeat((byte)255, 3600)])));
        IDataView files = _ml.Data.LoadFromEnumerable([new DigitFile { Path = "empty.png", Digit = "0" }, new DigitFile { Path = "empty.png", Digit = "1" }]);

        var error = Assert.Throws<InvalidOperationException>(() => NormalizingChain().Fit(files));

        Assert.Contains("empty.png' shows no digit", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void NormalizeDigit_ResizedPictures_AsksToLeaveThatOut()
    {
        var chain = _ml.Transforms.LoadImages("Image", _folder.Path, nameof(DigitFile.Path)).Append(_ml.Transforms.ResizeImages("Image", 40, 40)).Append(_ml.Transforms.NormalizeDigit());

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => chain.Fit(_ml.Data.LoadFromEnumerable([new DigitFile()])));

        Assert.Contains("Image<40, 40>", error.Message);
        Assert.Contains("leave ResizeImages out", error.Message);
    }

    [Fact]
    public void NormalizeDigit_NoPictures_NamesColumnAndMend()
    {
        IDataView files = _ml.Data.LoadFromEnumerable([new DigitFile()]);

        var missing = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.NormalizeDigit().Fit(files));
        var text = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.NormalizeDigit("Pixels", nameof(DigitFile.Path)).Fit(files));

        Assert.Contains("Could not find column 'Image'", missing.Message);
        Assert.Contains("'Path' is String, but must hold pictures", text.Message);
    }

    public static TheoryData<string> SamplePictures() => [.. Directory.GetFiles(Samples, "*-pen.png").Select(path => Path.GetFileName(path)!).Order()];

    private IEstimator<TransformerChain<ConvolutionalNetworkTransformer>> NormalizingChain() =>
        _ml.Transforms.Conversion.MapValueToKey("Label", nameof(DigitFile.Digit))
            .Append(_ml.Transforms.LoadImages("Image", _folder.Path, nameof(DigitFile.Path)))
            .Append(_ml.Transforms.NormalizeDigit())
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Learning));

    private IDataView WriteDigits(int count)
    {
        MnistView digits = Sample.Train(count);
        return _ml.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(row =>
        {
            File.WriteAllBytes(_folder.File($"{row}.png"), PngEncoder.Encode(new GrayImage(28, 28, digits.Pixels.Slice(row * MnistView.PixelCount, MnistView.PixelCount).ToArray())));
            return new DigitFile { Path = $"{row}.png", Digit = digits.Labels.Span[row].ToString() };
        }).ToArray());
    }

    private sealed class DigitFile
    {
        public string Path { get; set; } = "";

        public string Digit { get; set; } = "";
    }

    private sealed class Photo
    {
        [AnySizeImage]
        public MLImage? Image { get; set; }
    }
}
