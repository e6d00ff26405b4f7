using MlNetDigits.Networks;
using MlNetDigits.Networks.Architectures;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Recognition;
using MlNetDigits.Tests.Images.Samples;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Recognition;

public sealed class DigitRecognizerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DigitRecognizerTests() => NearestMeanModel.SaveOnnx(Onnx);

    private string Onnx => _folder.File("digits.onnx");

    [Fact]
    public void Predict_TestDigits_RecognizesAboutFourInFive()
    {
        using var recognizer = DigitRecognizer.Load(Onnx);

        var right = Enumerable.Range(0, 500).Count(i => recognizer.Predict(Image(i)).Digit == Checkout.Digits.Test.Labels.Span[i]);

        Assert.InRange(right, 350, 450);
    }

    [Fact]
    public void Predict_Any_GivesProbabilitiesAndTheirMaximum()
    {
        using var recognizer = DigitRecognizer.Load(Onnx);

        var prediction = recognizer.Predict(Image(0));

        Assert.Equal(1, prediction.Score.Sum(), 5);
        Assert.Equal(7, prediction.Digit);
        Assert.Equal([7L], prediction.PredictedLabel);
        Assert.Equal(prediction.Score.Max(), prediction.Confidence);
    }

    [Fact]
    public void Predict_PixelsFromZeroToOne_AsksToMultiplyThem()
    {
        using var recognizer = DigitRecognizer.Load(Onnx);
        var image = new DigitImage { Pixels = Array.ConvertAll(Image(0).Pixels, pixel => pixel / 255) };

        var single = Assert.Throws<ArgumentOutOfRangeException>(() => recognizer.Predict(image));
        var batch = Assert.Throws<ArgumentOutOfRangeException>(() => recognizer.PredictBatch([Image(1), image]));

        Assert.StartsWith("The image has pixels of 0 to 1, of which 1 is the largest; pixels are 0 (paper) to 255 (ink). Multiply them by 255.", single.Message);
        Assert.StartsWith("Image 1 of the batch has pixels of 0 to 1", batch.Message);
        Assert.Equal(10, recognizer.Predict(new DigitImage()).Score.Length);
    }

    [Fact]
    public void Predict_ZipOfTheSameModel_GivesTheSame()
    {
        NearestMeanModel.SaveZip(_folder.File("digits.zip"), Onnx);
        using var onnx = DigitRecognizer.Load(Onnx);
        using var zip = DigitRecognizer.Load(_folder.File("digits.zip"));

        Assert.Equal(onnx.Predict(Image(3)).Score, zip.Predict(Image(3)).Score);
    }

    [Theory]
    [InlineData("zero", "one", "two")]
    [InlineData]
    public void ClassNames_NetworkAsOnnxAndAsZip_AreThoseOfItsTraining(params string[] names)
    {
        OnnxModel model = Architecture.Create("tiny", new Shape(28, 28, 1), Math.Max(3, names.Length)).ToOnnx(new OnnxExportOptions { InputName = "Pixels", ClassNames = names.Length == 0 ? null : names });
        model.Save(_folder.File("words.onnx"));
        NearestMeanModel.SaveZip(_folder.File("words.zip"), _folder.File("words.onnx"));
        using var onnx = DigitRecognizer.Load(_folder.File("words.onnx"));
        using var zip = DigitRecognizer.Load(_folder.File("words.zip"));

        Assert.Equal(names.Length == 0 ? ["0", "1", "2"] : names, onnx.ClassNames);
        Assert.Equal(onnx.ClassNames, zip.ClassNames);
        Assert.Equal(onnx.Predict(Image(0)).Score, zip.Predict(Image(0)).Score);
    }

    [Fact]
    public void Predict_ImageFile_NormalizesIt()
    {
        using var recognizer = DigitRecognizer.Load(Onnx);

        Assert.Equal(0, recognizer.Predict(Path.Combine(SampleFiles.Folder, "0-pen.png")).Digit);
        Assert.Equal(7, recognizer.Predict(Path.Combine(SampleFiles.Folder, "7-mnist-0.png")).Digit);
    }

    [Fact]
    public void PredictBatch_ManyThreads_AgreesWithOneByOne()
    {
        using var recognizer = DigitRecognizer.Load(Onnx);
        var images = Enumerable.Range(0, 150).Select(Image).ToArray();
        var expected = images.Select(image => recognizer.Predict(image).Score).ToArray();

        Parallel.For(0, 40, i =>
        {
            if (i % 4 == 0)
                Assert.All(recognizer.PredictBatch(images).Zip(expected), pair => AssertClose(pair.Second, pair.First.Score));
            else
                AssertClose(expected[i], recognizer.Predict(images[i]).Score);
        });
    }

    [Fact]
    public void PredictBatch_NoImages_GivesNone()
    {
        using var recognizer = DigitRecognizer.Load(Onnx);

        Assert.Empty(recognizer.PredictBatch([]));
    }

    [Theory]
    [InlineData(float.NaN, "NaN at pixel 42")]
    [InlineData(-1f, "-1 at pixel 42")]
    [InlineData(255.5f, "255.5 at pixel 42")]
    [InlineData(float.PositiveInfinity, "at pixel 42")]
    public void Predict_PixelOutOfRange_NamesValueAndPlace(float value, string expected)
    {
        using var recognizer = DigitRecognizer.Load(Onnx);
        var image = Image(0);
        image.Pixels[42] = value;

        var single = Assert.Throws<ArgumentOutOfRangeException>(() => recognizer.Predict(image));
        var batch = Assert.Throws<ArgumentOutOfRangeException>(() => recognizer.PredictBatch([Image(1), image]));

        Assert.Contains(expected, single.Message);
        Assert.Contains("Image 1 of the batch", batch.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(783)]
    [InlineData(785)]
    public void Predict_WrongLength_NamesBothLengths(int length)
    {
        using var recognizer = DigitRecognizer.Load(Onnx);

        var error = Assert.Throws<ArgumentException>(() => recognizer.Predict(new DigitImage { Pixels = new float[length] }));

        Assert.Contains($"has {length} pixels, but 784 (28x28) are needed", error.Message);
    }

    [Fact]
    public void Predict_AfterDispose_IsRefused()
    {
        var recognizer = DigitRecognizer.Load(Onnx);
        recognizer.Predict(Image(0));

        recognizer.Dispose();
        recognizer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => recognizer.Predict(Image(0)));
        Assert.Throws<ObjectDisposedException>(() => recognizer.PredictBatch([Image(0)]));
    }

    public void Dispose() => _folder.Dispose();

    private static DigitImage Image(int index) => DigitImage.FromPixels(Checkout.Digits.Test.Pixels.Span.Slice(index * 784, 784));

    private static void AssertClose(float[] expected, float[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
}
