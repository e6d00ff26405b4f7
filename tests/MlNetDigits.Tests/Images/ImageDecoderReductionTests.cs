using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class ImageDecoderReductionTests
{
    [Theory]
    [InlineData("jpeg", 400, 400, 300)]
    [InlineData("jpeg", 101, 200, 150)]
    [InlineData("jpeg", 50, 100, 75)]
    [InlineData("png", 50, 800, 600)]
    [InlineData("jpeg", 401, 800, 600)]
    [InlineData("jpeg", null, 800, 600)]
    public void Decode_SideSuffices_JpegIsDecodedSmaller(string format, int? sufficient, int width, int height)
    {
        byte[] encoded = Encoder.Encode(format, 800, 600, 1, ImageDecoderTests.Ramp(800, 600));

        GrayImage image = ImageDecoder.Decode(new MemoryStream(encoded), options: new ImageDecoderOptions { SufficientSide = sufficient });

        Assert.Equal((width, height), (image.Width, image.Height));
    }

    [Fact]
    public void Decode_SmallerJpeg_IsStillChecked()
    {
        byte[] encoded = Encoder.Encode("jpeg", 800, 600, 1, ImageDecoderTests.Ramp(800, 600));

        var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(new MemoryStream(encoded), options: new ImageDecoderOptions { SufficientSide = 100, MaximumPixels = 400_000 }));

        Assert.Contains("800x600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_SideBelowOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageDecoder.Decode(new MemoryStream([1]), options: new ImageDecoderOptions { SufficientSide = 0 }));
}
