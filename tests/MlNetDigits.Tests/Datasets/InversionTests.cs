using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Idx;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Datasets;

public sealed class InversionTests : IDisposable
{
    private const string Told = "Images of dark ink on bright paper were inverted, as the model learned bright ink.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("table.csv")]
    [InlineData("few-images-idx3-ubyte")]
    public void TryRead_FileOfTheOtherPolarity_IsInvertedAndTold(string name)
    {
        string path = Write(name, 250, 250, 250);
        var notes = new List<string>();

        byte[] pixels = PixelFile.TryRead(path, form: new ImageForm { Polarity = ImagePolarity.BrightInk }, note: notes.Add)!;

        Assert.Equal((byte)5, pixels[0]);
        Assert.Equal([Told], notes);
    }

    [Theory]
    [InlineData(ImageNormalization.Digit, ImagePolarity.Any, 250, 250)]
    [InlineData(ImageNormalization.None, ImagePolarity.BrightInk, 250, 250)]
    [InlineData(ImageNormalization.Resize, ImagePolarity.DarkInk, 250, 250)]
    [InlineData(ImageNormalization.Resize, ImagePolarity.BrightInk, 250, 5)]
    public void TryRead_OtherWantsOrMixedImages_StayAsTheyAre(ImageNormalization normalization, ImagePolarity polarity, byte first, byte second)
    {
        string path = Write("table.csv", first, second);
        var notes = new List<string>();

        byte[] pixels = PixelFile.TryRead(path, form: new ImageForm { Normalization = normalization, Polarity = polarity }, note: notes.Add)!;

        Assert.Equal((first, second), (pixels[0], pixels[784]));
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData("table.csv")]
    [InlineData("few-images-idx3-ubyte")]
    public void LoadImageDataset_FileOfTheOtherPolarity_IsInvertedAndTold(string name)
    {
        var options = new ImageDatasetOptions { Path = Write(name, 250, 250, 250, 250), Polarity = ImagePolarity.BrightInk, IsForEvaluation = true };

        ImageDataset dataset = new MLContext().Data.LoadImageDataset(options);

        Assert.All(dataset.Train.Pixels.ToArray(), pixel => Assert.Equal(5, pixel));
        Assert.Equal(dataset.Train.Pixels.Span[0], dataset.Test.Pixels.Span[0]);
        Assert.Contains(Told, dataset.Notes);
    }

    [Fact]
    public void LoadImageDataset_MnistForDarkInk_IsInvertedAndKeptForOthers()
    {
        byte[] own = Checkout.Digits.Test.Pixels.ToArray();

        ImageDataset dataset = new MLContext().Data.LoadImageDataset(new ImageDatasetOptions { Mnist = new() { Folder = Checkout.Mnist }, Polarity = ImagePolarity.DarkInk });

        Assert.Equal(own.Select(pixel => (byte)(255 - pixel)), dataset.Test.Pixels.ToArray());
        Assert.Equal(["Images of bright ink on dark paper were inverted, as the model learned dark ink."], dataset.Notes);
        Assert.Equal(own, Checkout.Digits.Test.Pixels.ToArray());
    }

    /// <summary>Writes an even image of each grey, labelled 0 and 1 in turn.</summary>
    private string Write(string name, params byte[] greys)
    {
        string path = _folder.File(name);
        if (name.EndsWith(".csv", StringComparison.Ordinal))
        {
            File.WriteAllLines(path, greys.Select((grey, i) => string.Join(',', Enumerable.Repeat((int)grey, 784).Prepend(i % 2))));
            return path;
        }

        IdxWriter.Write(path, new IdxArray([.. greys.SelectMany(grey => Enumerable.Repeat(grey, 784))], greys.Length, 28, 28));
        IdxWriter.Write(path.Replace("images-idx3", "labels-idx1", StringComparison.Ordinal), new IdxArray([.. greys.Select((_, i) => (byte)(i % 2))], greys.Length));
        return path;
    }
}
