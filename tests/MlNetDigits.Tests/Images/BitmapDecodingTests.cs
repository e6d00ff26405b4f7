using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class BitmapDecodingTests
{
    private static readonly uint[] Bgra = [0xFF0000, 0xFF00, 0xFF, 0xFF000000], Rgb565 = [0xF800, 0x07E0, 0x001F, 0];

    /// <summary>Files of 4x2 pixels: black, white, black, white above four white ones.</summary>
    public static TheoryData<string, byte[]> Kinds => new()
    {
        { "1 bit", BitmapFile.Write(1, 4, 2, [0xF0, 0, 0, 0, 0x50, 0, 0, 0]) },
        { "4 bits", BitmapFile.Write(4, 4, 2, [0xFF, 0xFF, 0, 0, 0x0F, 0x0F, 0, 0]) },
        { "8 bits", BitmapFile.Write(8, 4, 2, [255, 255, 255, 255, 0, 255, 0, 255]) },
        { "8 bits from the top", BitmapFile.Write(8, 4, -2, [0, 255, 0, 255, 255, 255, 255, 255]) },
        { "16 bits, 5 per colour", BitmapFile.Write(16, 4, 2, [.. Words(0x7FFF, 0x7FFF, 0x7FFF, 0x7FFF, 0, 0x7FFF, 0, 0x7FFF)]) },
        { "16 bits, 5, 6 and 5", BitmapFile.Write(16, 4, 2, [.. Words(0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0, 0xFFFF, 0, 0xFFFF)], 3, Rgb565) },
        { "24 bits", BitmapFile.Write(24, 4, 2, [.. Repeat(255, 12), .. Repeat(0, 3), .. Repeat(255, 3), .. Repeat(0, 3), .. Repeat(255, 3)]) },
        { "32 bits", BitmapFile.Write(32, 4, 2, [.. Repeat(255, 16), .. Repeat(0, 4), .. Repeat(255, 4), .. Repeat(0, 4), .. Repeat(255, 4)]) },
        { "32 bits with alpha", BitmapFile.Write(32, 4, 2, [.. Repeat(255, 16), 0, 0, 0, 255, .. Repeat(255, 4), 0, 0, 0, 255, .. Repeat(255, 4)], 3, Bgra) },
        { "RLE8", BitmapFile.Write(8, 4, 2, [4, 255, 0, 0, 0, 4, 0, 255, 0, 255, 0, 1], 1) },
        { "RLE4", BitmapFile.Write(4, 4, 2, [4, 0xFF, 0, 0, 4, 0x0F, 0, 1], 2) },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Decode_EveryKind_GivesItsPixels(string kind, byte[] file)
    {
        var image = Decode(file);

        Assert.Equal((4, 2, kind), (image.Width, image.Height, kind));
        Assert.Equal([0, 255, 0, 255, 255, 255, 255, 255], image.Pixels);
    }

    [Theory]
    [InlineData(255, 0, 0, 127)]
    [InlineData(0, 255, 0, 220)]
    [InlineData(0, 0, 255, 76)]
    public void Decode_Colour_GivesTheLuminanceOfOtherFormats(byte red, byte green, byte blue, int expected)
    {
        byte[] file = BitmapFile.Write(24, 1, 1, [blue, green, red, 0]);

        var image = Decode(file);

        Assert.InRange(image.Pixels[0], expected - 3, expected + 3);
    }

    [Fact]
    public void Decode_Transparent_LaysInkOnWhatItStandsOutFrom()
    {
        byte[] file = BitmapFile.Write(32, 3, 1, [0, 0, 0, 255, 9, 9, 9, 0, 9, 9, 9, 0], 3, Bgra);

        var image = Decode(file);

        Assert.Equal([0, 255, 255], image.Pixels);
    }

    [Fact]
    public void Decode_CutAtEachByte_NamesTheFile()
    {
        byte[] file = BitmapFile.Write(24, 5, 3, [.. Repeat(77, 48)]);

        Assert.All(Enumerable.Range(2, file.Length - 3), length =>
        {
            var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(new MemoryStream(file[..length]), "digit.bmp"));
            Assert.Equal("'digit.bmp' is a damaged or cut-off image. Save it again.", error.Message);
        });
    }

    [Fact]
    public void Decode_MorePixelsThanAllowed_IsRefusedBeforeMemoryIsTaken()
    {
        byte[] bomb = BitmapFile.Write(24, 30_000, 30_000, [1, 2, 3, 0]);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => ImageDecoder.Decode(new MemoryStream(bomb), "bomb"));

        Assert.Contains("'bomb' has 30000x30000 = 900000000 pixels, the limit is 64000000", error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Decode_RandomBytesChangedWithSeed1_GivesPixelsOrOneError(string kind, byte[] file) => Damage.Try(kind, file, seed: 1);

    private static byte[] Repeat(byte value, int count) => [.. Enumerable.Repeat(value, count)];

    private static IEnumerable<byte> Words(params ushort[] words) => words.SelectMany(BitConverter.GetBytes);

    private static GrayImage Decode(byte[] encoded) => ImageDecoder.Decode(new MemoryStream(encoded));
}
