using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Mnist;
using MlNetDigits.Synthesis.Readings;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Synthesis.Readings;

public sealed class DrawnDatasetTests
{
    private const int Pictures = 60;

    private static readonly ImageDataset Mnist = new MLContext().Data.LoadImageDataset(new ImageDatasetOptions { Mnist = new MnistOptions { Folder = Checkout.Digits.Folder } });

    private static readonly ImageDataset Small = Mnist with { Train = Mnist.Train.Take(500) };

    [Fact]
    public void WithDrawnPictures_Mnist_AddsAClassOfNoDigits()
    {
        ImageDataset drawn = Small.WithDrawnPictures(Pictures, 0.2, seed: 4);

        Assert.Equal([.. Enumerable.Range(0, 10).Select(digit => $"{digit}"), "none"], drawn.ClassNames);
        Assert.InRange(drawn.Train.CountClasses()[10], Pictures / 4, 3 * Pictures);
        Assert.InRange(drawn.Train.Count, 400 + Pictures, 400 + (4 * Pictures));
    }

    [Fact]
    public void WithDrawnPictures_TestDigits_StayApart()
    {
        ImageDataset drawn = Small.WithDrawnPictures(Pictures, 0.2, seed: 5);

        Assert.Same(Small.Test, drawn.Test);
        Assert.Equal(10, drawn.Test.ClassNames.Count);
    }

    [Fact]
    public void WithDrawnPictures_ValidationDigits_AreNoneOfThoseToTrainOn()
    {
        ImageDataset drawn = Small.WithDrawnPictures(Pictures, 0.2, seed: 6);

        Assert.Empty(Digits(drawn.Train).Intersect(Digits(drawn.Validation!)));
    }

    [Fact]
    public void WithDrawnPictures_EqualSeeds_GiveEqualBits()
    {
        ImageDataset first = Small.WithDrawnPictures(Pictures, 0.2, seed: 7), second = Small.WithDrawnPictures(Pictures, 0.2, seed: 7);

        Assert.Equal(first.Train.Pixels.ToArray(), second.Train.Pixels.ToArray());
        Assert.Equal(first.Validation!.Classes.ToArray(), second.Validation!.Classes.ToArray());
        Assert.NotEqual(first.Train.Pixels.ToArray(), Small.WithDrawnPictures(Pictures, 0.2, seed: 8).Train.Pixels.ToArray());
    }

    [Fact]
    public void WithDrawnPictures_OtherImages_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => (Small with { Mnist = null, Name = "words" }).WithDrawnPictures(Pictures, 0.2));

        Assert.StartsWith("'words' is not MNIST", error.Message);
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(10, 0)]
    [InlineData(10, 1)]
    [InlineData(10, double.NaN)]
    public void WithDrawnPictures_NumberOutOfRange_IsRefused(int pictures, double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Small.WithDrawnPictures(pictures, share));

    private static IEnumerable<string> Digits(LabelledImageView view) =>
        Enumerable.Range(0, view.Count).Where(row => view.Classes.Span[row] < 10).Select(row => Convert.ToBase64String(view.Pixels.Span.Slice(row * 784, 784)));
}
