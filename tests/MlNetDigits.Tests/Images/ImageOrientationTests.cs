using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class ImageOrientationTests
{
    // Upright:  1 2 3
    //           4 5 6
    [Theory]
    [InlineData(0, 3, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(1, 3, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(2, 3, new byte[] { 3, 2, 1, 6, 5, 4 })]
    [InlineData(3, 3, new byte[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(4, 3, new byte[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData(5, 2, new byte[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(6, 2, new byte[] { 4, 1, 5, 2, 6, 3 })]
    [InlineData(7, 2, new byte[] { 6, 3, 5, 2, 4, 1 })]
    [InlineData(8, 2, new byte[] { 3, 6, 2, 5, 1, 4 })]
    [InlineData(9, 3, new byte[] { 1, 2, 3, 4, 5, 6 })]
    public void Decode_EveryOrientation_TurnsAsExifSays(int orientation, int width, byte[] expected)
    {
        byte[] png = Encoder.Encode("png", 3, 2, 1, [1, 2, 3, 4, 5, 6], orientation: orientation);

        var image = ImageDecoder.Decode(new MemoryStream(png));

        Assert.Equal((width, 6 / width), (image.Width, image.Height));
        Assert.Equal(expected, image.Pixels);
    }

    [Theory]
    [InlineData(1, "a b c d")]
    [InlineData(2, "b a d c")]
    [InlineData(3, "d c b a")]
    [InlineData(4, "c d a b")]
    [InlineData(5, "a c b d")]
    [InlineData(6, "c a d b")]
    [InlineData(7, "d b c a")]
    [InlineData(8, "b d a c")]
    public void Decode_JpegOfEveryOrientation_IsUpright(int orientation, string expected)
    {
        // Quarters of four shades, a and b above c and d.
        byte[] pixels = [.. Enumerable.Range(0, 32 * 32).Select(i => (byte)(40 + (60 * ((i / 16 % 2) + (2 * (i / 512))))))];

        var image = ImageDecoder.Decode(new MemoryStream(Encoder.Encode("jpeg", 32, 32, 1, pixels, orientation: orientation)));

        int[] middles = [(8 * 32) + 8, (8 * 32) + 24, (24 * 32) + 8, (24 * 32) + 24];
        Assert.Equal(expected, string.Join(' ', middles.Select(at => (char)('a' + ((image.Pixels[at] - 20) / 60)))));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("tiff")]
    [InlineData("webp")]
    public void Decode_TurnedPhoto_IsUpright(string format)
    {
        // Left half black, right half white, held with the camera's top to the left.
        byte[] pixels = [.. Enumerable.Range(0, 64 * 32 * 3).Select(i => (byte)(i / 3 % 64 < 32 ? 0 : 255))];

        var image = ImageDecoder.Decode(new MemoryStream(Encoder.Encode(format, 64, 32, 3, pixels, orientation: 6)));

        Assert.Equal((32, 64), (image.Width, image.Height));
        Assert.InRange(image.Pixels[16], 0, 20);
        Assert.InRange(image.Pixels[^16], 235, 255);
    }
}
