using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Datasets;

public sealed class ImageFormTests
{
    private static readonly byte[] Frame = [.. Enumerable.Range(0, 40 * 30).Select(i => (byte)(i % 40 is > 9 and < 20 && i / 40 is > 9 and < 20 ? 240 : 10))];

    [Theory]
    [InlineData(ImagePolarity.BrightInk, false)]
    [InlineData(ImagePolarity.DarkInk, true)]
    [InlineData(ImagePolarity.Any, false)]
    public void Fit_ResizedPicture_IsInvertedWhereItHasTheOtherPolarity(ImagePolarity polarity, bool isInverted)
    {
        byte[] plain = Fit(Frame, ImagePolarity.Any);

        byte[] fitted = Fit(Frame, polarity);

        Assert.Equal(isInverted ? plain.Select(pixel => (byte)(255 - pixel)) : plain, fitted);
    }

    [Fact]
    public void Fit_PictureWithoutAClearBorder_StaysAsItIs()
    {
        byte[] half = [.. Enumerable.Range(0, 28 * 28).Select(i => (byte)(i % 28 < 14 ? 250 : 5))];
        var form = new ImageForm { Normalization = ImageNormalization.Resize, Polarity = ImagePolarity.BrightInk };

        byte[] fitted = form.Fit(new GrayImage(28, 28, half));

        Assert.Equal(half, fitted);
    }

    [Theory]
    [InlineData(ImageNormalization.Resize)]
    [InlineData(ImageNormalization.Digit)]
    public void Fit_MaskOfZeroAndOne_IsAsThatOfBlackAndWhite(ImageNormalization normalization)
    {
        byte[] mask = [.. Frame.Select(pixel => (byte)(pixel / 128))], white = [.. mask.Select(pixel => (byte)(255 * pixel))];
        var form = new ImageForm { Normalization = normalization };

        byte[] fitted = form.Fit(new GrayImage(40, 30, mask));

        Assert.Equal(form.Fit(new GrayImage(40, 30, white)), fitted);
        Assert.Equal(255, fitted.Max());
    }

    [Fact]
    public void Fit_DigitForDarkInk_IsTheNegativeOfMnistsForm()
    {
        byte[] digit = Checkout.Digits.Test.Pixels.Span[..784].ToArray();

        byte[] fitted = new ImageForm { Polarity = ImagePolarity.DarkInk }.Fit(new GrayImage(28, 28, digit));

        Assert.Equal(digit.Select(pixel => (byte)(255 - pixel)), fitted);
    }

    [Fact]
    public void Recognize_OneImageOfTheOtherPolarityAmongMany_MakesItAny()
    {
        byte[] bright = new byte[784 * 50], mixed = [.. bright, .. Enumerable.Repeat((byte)255, 784)];

        Assert.Equal(ImagePolarity.BrightInk, ImageForm.Recognize(bright, ImageNormalization.Resize).Polarity);
        Assert.Equal(ImagePolarity.Any, ImageForm.Recognize(mixed, ImageNormalization.Resize).Polarity);
    }

    [Theory]
    [InlineData("", ImageNormalization.Digit, ImagePolarity.Any, true)]
    [InlineData("normalize=resize", ImageNormalization.Resize, ImagePolarity.Any, false)]
    [InlineData("trainSha256=0a", ImageNormalization.Digit, ImagePolarity.BrightInk, false)]
    [InlineData("trainSha256=0a;dataset=photos", ImageNormalization.Digit, ImagePolarity.Any, true)]
    public void Read_Facts_GivesTheFormOrAssumesDigits(string facts, ImageNormalization normalization, ImagePolarity polarity, bool isAssumed)
    {
        ImageForm form = ImageForm.Read(Facts(facts));

        Assert.Equal((normalization, polarity, isAssumed), (form.Normalization, form.Polarity, form.IsAssumed));
    }

    [Theory]
    [InlineData("normalize=letter", "its 'normalize' is 'letter', not one of resize, digit, none")]
    [InlineData("normalize=7", "its 'normalize' is '7'")]
    [InlineData("normalize=digit;polarity=grey", "its 'polarity' is 'grey'")]
    public void Read_FormOfALaterVersion_IsRefused(string facts, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => ImageForm.Read(Facts(facts)));

        Assert.Contains(expected, error.Message);
        Assert.Contains("newer version", error.Message);
    }

    private static byte[] Fit(byte[] picture, ImagePolarity polarity) =>
        new ImageForm { Normalization = ImageNormalization.Resize, Polarity = polarity }.Fit(new GrayImage(40, 30, picture));

    private static Dictionary<string, string> Facts(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(fact => fact.Split('=')).ToDictionary(fact => fact[0], fact => fact[1]);
}
