using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class ImagePagesTests
{
    private static readonly byte[] Shades = [240, 10, 90];

    [Fact]
    public void Decode_PagesOfATiff_GivesEach()
    {
        ImagePages pages = Open(Frames("tiff"));

        Assert.Equal(3, pages.Count);
        Assert.Equal(Shades, Enumerable.Range(0, 3).Select(page => pages.Decode(page).Pixels[0]));
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("png")]
    public void Count_OtherFormats_IsOne(string format) => Assert.Equal(1, Open(Frames(format)).Count);

    [Fact]
    public void Decode_DamagedPage_NamesItAndLeavesTheOthers()
    {
        byte[] tiff = Frames("tiff");
        // The second page claims a compression that there is not: tag 259, a short, once.
        int at = tiff.AsSpan(tiff.AsSpan().IndexOf(Compression) + 1).IndexOf(Compression) + tiff.AsSpan().IndexOf(Compression) + 1;
        tiff[at + Compression.Length] = 99;
        ImagePages pages = Open(tiff);

        var error = Assert.Throws<InvalidDataException>(() => pages.Decode(1));

        Assert.Equal("'scan.tif#2' is a damaged or cut-off image. Save it again.", error.Message);
        Assert.Equal((240, 90), (pages.Decode(0).Pixels[0], pages.Decode(2).Pixels[0]));
    }

    [Fact]
    public void Decode_PageThatIsNotThere_Throws()
    {
        ImagePages pages = Open(Frames("tiff"));

        Assert.Throws<ArgumentOutOfRangeException>(() => pages.Decode(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => pages.Decode(-1));
    }

    [Fact]
    public void Count_CutOffTiff_NamesIt()
    {
        ImagePages pages = Open(Frames("tiff")[..12]);

        var error = Assert.Throws<InvalidDataException>(() => pages.Count);

        Assert.StartsWith("'scan.tif' is", error.Message);
    }

    private static ReadOnlySpan<byte> Compression => [0x03, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00];

    private static ImagePages Open(byte[] encoded) => ImagePages.Open(new MemoryStream(encoded), "scan.tif");

    private static byte[] Frames(string format) => Encoder.EncodeFrames(format, 8, 8, [.. Shades.SelectMany(shade => Enumerable.Repeat(shade, 64))]);
}
