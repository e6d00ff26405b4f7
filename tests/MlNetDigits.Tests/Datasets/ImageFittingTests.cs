using MlNetDigits.Datasets;
using MlNetDigits.Images;

namespace MlNetDigits.Tests.Datasets;

public sealed class ImageFittingTests
{
    [Fact]
    public void Fit_RightSize_StaysAsItIs()
    {
        byte[] pixels = [.. Enumerable.Range(0, 784).Select(i => (byte)i)];

        Assert.Equal(pixels, ImageFitting.Fit(new GrayImage(28, 28, pixels), new ImageForm { Normalization = ImageNormalization.Resize }, "x"));
        Assert.Equal(pixels, ImageFitting.Fit(new GrayImage(28, 28, pixels), new ImageForm { Normalization = ImageNormalization.None }, "x"));
    }

    [Fact]
    public void Fit_WidePicture_KeepsItsShapeOnItsBordersColour()
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)200, 112 * 56)];
        for (int y = 20; y < 36; y++)
            pixels.AsSpan((y * 112) + 48, 16).Clear();

        byte[] fitted = ImageFitting.Fit(new GrayImage(112, 56, pixels), new ImageForm { Normalization = ImageNormalization.Resize }, "x");

        Assert.Equal((200, 200, 0), (fitted[0], fitted[783], fitted[(14 * 28) + 13]));
        Assert.Equal(16, fitted.Count(pixel => pixel < 100));
    }

    [Fact]
    public void Fit_TallLargePicture_IsReducedFirst()
    {
        byte[] fitted = ImageFitting.Fit(new GrayImage(1, 3000, [.. Enumerable.Repeat((byte)9, 3000)]), new ImageForm { Normalization = ImageNormalization.Resize }, "x");

        Assert.All(fitted, pixel => Assert.Equal(9, pixel));
    }

    [Fact]
    public void Fit_NoneOfAnotherSize_NamesSizeAndMend()
    {
        var error = Assert.Throws<InvalidDataException>(() => ImageFitting.Fit(new GrayImage(2, 1, [0, 0]), new ImageForm { Normalization = ImageNormalization.None }, "tiny.png"));

        Assert.StartsWith("'tiny.png' has 2x1 pixels, but without normalization 28x28 are needed.", error.Message);
    }
}
