using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class ImageDecoderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("png", 0)]
    [InlineData("tiff", 0)]
    [InlineData("gif", 8)]
    [InlineData("jpeg", 12)]
    [InlineData("webp", 12)]
    public void Decode_GrayRamp_KeepsSizeAndShades(string format, int tolerance)
    {
        var ramp = Ramp(32, 8);

        var image = Decode(Encoder.Encode(format, 32, 8, 1, ramp));

        Assert.Equal((32, 8), (image.Width, image.Height));
        Assert.All(ramp.Zip(image.Pixels), pair => Assert.InRange(pair.Second, pair.First - tolerance, pair.First + tolerance));
    }

    [Theory]
    [InlineData("png", 255, 255, 255, 255)]
    [InlineData("png", 0, 0, 0, 0)]
    [InlineData("png", 0, 255, 0, 220)]
    [InlineData("png", 0, 0, 255, 76)]
    [InlineData("jpeg", 255, 0, 0, 127)]
    [InlineData("webp", 90, 90, 90, 90)]
    [InlineData("tiff", 200, 200, 200, 200)]
    public void Decode_Rgb_GivesLuminance(string format, byte red, byte green, byte blue, int expected)
    {
        var pixels = Enumerable.Repeat<byte[]>([red, green, blue], 64).SelectMany(pixel => pixel).ToArray();

        var image = Decode(Encoder.Encode(format, 8, 8, 3, pixels));

        Assert.All(image.Pixels, pixel => Assert.InRange(pixel, expected - 3, expected + 3));
    }

    [Theory]
    [InlineData(1, "png")]
    [InlineData(3, "png")]
    [InlineData(1, "tiff")]
    [InlineData(3, "tiff")]
    public void Decode_SixteenBits_GivesTheUpperByte(int bands, string format)
    {
        var pixels = Enumerable.Range(0, 64 * bands).Select(i => (ushort)(i / bands * 1000)).ToArray();

        var image = Decode(Encoder.Encode(format, 8, 8, bands, pixels));

        Assert.All(Enumerable.Range(0, 64), i => Assert.InRange(image.Pixels[i], (i * 1000 >> 8) - 1, (i * 1000 >> 8) + 1));
    }

    [Theory]
    [InlineData("png", 1, 255)]
    [InlineData("png", 1, 1023)]
    [InlineData("png", 3, 4095)]
    [InlineData("tiff", 1, 4095)]
    [InlineData("tiff", 3, 255)]
    public void Decode_SixteenBitsOfPartialRange_TakesTheRangeForWhite(string format, int bands, int white)
    {
        ushort[] pixels = [.. Enumerable.Range(0, 64 * bands).Select(i => (ushort)(i / bands % 2 * white))];

        var image = Decode(Encoder.Encode(format, 8, 8, bands, pixels));

        Assert.Equal([0, 255], image.Pixels[..2]);
    }

    [Theory]
    [InlineData(1, 255)]
    [InlineData(255, 255)]
    [InlineData(0.5f, 127)]
    public void Decode_FloatTiff_TakesOneOr255ForWhite(float light, byte expected)
    {
        float[] pixels = [.. Enumerable.Range(0, 64).Select(i => i % 2 * light)];

        var image = Decode(Encoder.Encode("tiff", 8, 8, pixels));

        Assert.Equal([0, expected], image.Pixels[..2]);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("tiff")]
    public void Decode_OneBit_GivesBlackAndWhite(string format)
    {
        byte[] pixels = [.. Enumerable.Range(0, 100).Select(i => (byte)(i % 3 == 0 ? 0 : 255))];

        var image = Decode(Encoder.EncodeBits(format, 10, 10, pixels));

        Assert.Equal(pixels, image.Pixels);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("gif")]
    public void Decode_PaletteWithTransparency_LaysInkOnPaper(string format)
    {
        // A dark stroke on paper that is invisible.
        byte[] pixels = [.. Enumerable.Range(0, 256).SelectMany<int, byte>(i => i / 16 is 7 or 8 ? [10, 20, 30, 255] : [0, 0, 0, 0])];

        var image = Decode(Encoder.EncodePalette(format, 16, 16, pixels));

        Assert.InRange(image.Pixels[0], 250, 255);
        Assert.InRange(image.Pixels[120], 0, 40);
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Decode_SeveralFrames_GivesTheFirstAndTellsOfTheOthers(string format)
    {
        byte[] frames = [.. Enumerable.Repeat((byte)240, 64), .. Enumerable.Repeat((byte)10, 64), .. Enumerable.Repeat((byte)90, 64)];

        var image = Decode(Encoder.EncodeFrames(format, 8, 8, frames));

        Assert.Equal((8, 8, 3), (image.Width, image.Height, image.Frames));
        Assert.All(image.Pixels, pixel => Assert.InRange(pixel, 236, 244));
    }

    [Theory]
    [InlineData(0, 255)]
    [InlineData(255, 0)]
    public void Decode_Transparent_LaysInkOnWhatItStandsOutFrom(byte ink, byte background)
    {
        // One opaque pixel, one half transparent, the others invisible.
        byte[] pixels = [ink, 255, ink, 128, .. Enumerable.Repeat<byte[]>([99, 0], 14).SelectMany(pixel => pixel)];

        var image = Decode(Encoder.Encode("png", 4, 4, 2, pixels));

        Assert.Equal(ink, image.Pixels[0]);
        Assert.InRange(image.Pixels[1], 126, 129);
        Assert.All(image.Pixels[2..], pixel => Assert.Equal(background, pixel));
    }

    [Fact]
    public void Decode_Rgba16_BlendsAlpha()
    {
        var pixels = Enumerable.Repeat<ushort[]>([0, 0, 0, 0], 63).Append([0, 0, 0, 65535]).SelectMany(pixel => pixel).ToArray();

        var image = Decode(Encoder.Encode("png", 8, 8, 4, pixels));

        Assert.Equal([255, 0], image.Pixels[^2..]);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("tiff")]
    public void Decode_Cmyk_TellsPaperFromInk(string format)
    {
        byte[] paper = [0, 0, 0, 0], black = [0, 0, 0, 255];
        var pixels = Enumerable.Range(0, 256).SelectMany(i => i < 128 ? paper : black).ToArray();

        var image = Decode(Encoder.Encode(format, 16, 16, 4, pixels, cmyk: true));

        Assert.InRange(image.Pixels[8], 250, 255);
        Assert.InRange(image.Pixels[^8], 0, 60);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("tiff")]
    public void Decode_CutOff_NamesTheFile(string format)
    {
        var noise = new byte[128 * 128];
        new Random(1).NextBytes(noise);
        var bytes = Encoder.Encode(format, 128, 128, 1, noise);
        var path = _folder.File($"digit.{format}");

        foreach (var part in new[] { 0.3, 0.5, 0.9 })
        {
            File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);

            var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(path));

            Assert.StartsWith($"'{path}' is ", error.Message);
            Assert.Contains("Save it", error.Message);
        }
    }

    [Fact]
    public void Decode_Text_NamesFileAndFormats()
    {
        var path = _folder.File("digit.png");
        File.WriteAllText(path, "seven");

        var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(path));

        Assert.Equal($"'{path}' is not an image of a known format. Save it as PNG, JPEG, WebP, GIF or TIFF.", error.Message);
    }

    [Fact]
    public void Decode_Svg_IsRefusedAlthoughChartsAreRenderedFromIt()
    {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='5' height='5'/></svg>"u8.ToArray();

        var error = Assert.Throws<InvalidDataException>(() => Decode(svg));

        Assert.Contains("is not an image of a known format", error.Message);
    }

    [Fact]
    public void Decode_EmptyFileFolderOrMissing_SaysWhich()
    {
        File.WriteAllBytes(_folder.File("empty.png"), []);

        Assert.Contains("is empty", Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(_folder.File("empty.png"))).Message);
        Assert.Contains("is a folder", Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(_folder.Path)).Message);
        Assert.Throws<FileNotFoundException>(() => ImageDecoder.Decode(_folder.File("missing.png")));
    }

    [Fact]
    public void Decode_MorePixelsThanAllowed_IsRefusedBeforeDecoding()
    {
        var bomb = Encoder.Encode("png", 4000, 4000, 1, new byte[16_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(new MemoryStream(bomb), "bomb", new ImageDecoderOptions { MaximumPixels = 15_999_999 }));

        Assert.Contains("'bomb' has 4000x4000 = 16000000 pixels, the limit is 15999999", error.Message);
        Assert.Contains("Make the image smaller.", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Decode_LongerThanAllowed_IsRefused()
    {
        var options = new ImageDecoderOptions { MaximumBytes = 50 };

        var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(new MemoryStream(new byte[51]), "big", options));

        Assert.Contains("'big' is longer than 50 bytes", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_000_000_000)]
    public void Decode_LimitOutOfRange_IsRefused(long pixels)
    {
        var options = new ImageDecoderOptions { MaximumPixels = pixels };

        Assert.Throws<ArgumentOutOfRangeException>(() => ImageDecoder.Decode(new MemoryStream(), "image", options));
    }

    public void Dispose() => _folder.Dispose();

    internal static byte[] Ramp(int width, int height) => [.. Enumerable.Range(0, width * height).Select(i => (byte)(i % width * 255 / (width - 1)))];

    private static GrayImage Decode(byte[] encoded) => ImageDecoder.Decode(new MemoryStream(encoded));
}
