using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class PngEncoderTests
{
    [Fact]
    public void Encode_Gray_KeepsEveryPixelAndTheBytesOfTwoRuns()
    {
        var image = new GrayImage(16, 16, [.. Enumerable.Range(0, 256).Select(i => (byte)i)]);

        byte[] png = PngEncoder.Encode(image);

        Assert.Equal(image.Pixels, ImageDecoder.Decode(new MemoryStream(png)).Pixels);
        Assert.Equal(png, PngEncoder.Encode(image));
    }

    [Theory]
    [InlineData(255, 0, 0, 127)]
    [InlineData(0, 255, 0, 220)]
    [InlineData(9, 9, 9, 9)]
    public void Encode_Rgb_HasTheColoursLuminance(byte red, byte green, byte blue, byte luminance)
    {
        var image = new RgbImage(2, 1, [red, green, blue, red, green, blue]);

        GrayImage decoded = ImageDecoder.Decode(new MemoryStream(PngEncoder.Encode(image)));

        Assert.Equal((2, 1), (decoded.Width, decoded.Height));
        Assert.All(decoded.Pixels, pixel => Assert.InRange(pixel, luminance - 3, luminance + 3));
    }

    [Fact]
    public void ToDataUri_Png_IsItsBase64()
    {
        string uri = PngEncoder.ToDataUri([137, 80, 78, 71]);

        Assert.Equal("data:image/png;base64,iVBORw==", uri);
    }

    [Fact]
    public void RgbImage_WrongNumberOfBytes_SaysHowManyThereShouldBe()
    {
        var error = Assert.Throws<ArgumentException>(() => new RgbImage(2, 2, new byte[4]));

        Assert.Contains("2x2 has 12 bytes, but 4 were given", error.Message);
    }
}
