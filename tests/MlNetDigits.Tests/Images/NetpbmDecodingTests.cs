using System.Text;
using MlNetDigits.Images;

namespace MlNetDigits.Tests.Images;

public sealed class NetpbmDecodingTests
{
    /// <summary>Files of 3x2 pixels: 0, 128, 255 above 255, 128, 0; bitmaps have 255 for 128.</summary>
    public static TheoryData<string, byte[], int> Kinds => new()
    {
        { "P1", File("P1 3 2\n1 0 0\n0 0 1\n"), 255 },
        { "P1 without spaces", File("P1\n# bits\n3 2\n100001"), 255 },
        { "P2", File("P2\n3 2\n255\n0 128 255\n255 128 0\n"), 128 },
        { "P2 of 16 bits", File("P2 3 2 65535 0 32896 65535 65535 32896 0"), 128 },
        { "P2 with comments", File("P2#a\n3 # width\r2\n#\n# most\n 4#x\n0 2 4#row\n4 2 0"), 128 },
        { "P3", File("P3 3 2 255 0 0 0 128 128 128 255 255 255 255 255 255 128 128 128 0 0 0"), 128 },
        { "P4", File("P4 3 2\n", 0b100_00000, 0b001_00000), 255 },
        { "P5", File("P5 3 2 255\n", 0, 128, 255, 255, 128, 0), 128 },
        { "P5 of 16 bits that uses 12", File("P5 3 2 65535\n", 0, 0, 8, 8, 15, 255, 15, 255, 8, 8, 0, 0), 128 },
        { "P2 of 16 bits that uses 8", File("P2 3 2 65535 0 128 255 255 128 0"), 128 },
        { "P7 of 16 bits that uses 10, with alpha", File("P7\nWIDTH 3\nHEIGHT 2\nDEPTH 2\nMAXVAL 65535\nTUPLTYPE GRAYSCALE_ALPHA\nENDHDR\n", 0, 0, 255, 255, 2, 2, 255, 255, 3, 255, 255, 255, 3, 255, 255, 255, 2, 2, 255, 255, 0, 0, 255, 255), 128 },
        { "P5 of 1 bit", File("P5 3 2 1\n", 0, 1, 1, 1, 1, 0), 255 },
        { "P5 of 12 bits", File("P5 3 2 4080\n", 0, 0, 8, 0, 15, 240, 15, 240, 8, 0, 0, 0), 128 },
        { "P5 with a comment before the pixels", File("P5 3 2 255#x\n", 0, 128, 255, 255, 128, 0), 128 },
        { "P5 with a pixel like a comment", File("P5 3 2 35\n", 0, 18, 35, 35, 18, 0), 131 },
        { "P6", File("P6 3 2 255\n", 0, 0, 0, 128, 128, 128, 255, 255, 255, 255, 255, 255, 128, 128, 128, 0, 0, 0), 128 },
        { "P7 grey", File("P7\nWIDTH 3\nHEIGHT 2\nDEPTH 1\nMAXVAL 255\nTUPLTYPE GRAYSCALE\nENDHDR\n", 0, 128, 255, 255, 128, 0), 128 },
        { "P7 bitmap", File("P7\nHEIGHT 2\nWIDTH 3\nMAXVAL 1\nDEPTH 1\nTUPLTYPE BLACKANDWHITE\nENDHDR\n", 0, 1, 1, 1, 1, 0), 255 },
        { "P7 with alpha", File("P7\n#\nWIDTH 3\nHEIGHT 2\nDEPTH 2\nMAXVAL 255\nTUPLTYPE GRAYSCALE_ALPHA\nENDHDR\n", 0, 255, 128, 255, 255, 255, 9, 0, 128, 255, 0, 255), 128 },
        { "P7 colour", File("P7\nWIDTH 3\nHEIGHT 2\nDEPTH 3\nMAXVAL 255\nENDHDR\n", 0, 0, 0, 128, 128, 128, 255, 255, 255, 255, 255, 255, 128, 128, 128, 0, 0, 0), 128 },
        { "P7 colour with alpha", File("P7\nWIDTH 3\nHEIGHT 2\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n", 0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255, 9, 9, 9, 0, 128, 128, 128, 255, 0, 0, 0, 255), 128 },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Decode_EveryKind_GivesItsPixels(string kind, byte[] file, int middle)
    {
        var image = Decode(file, kind);

        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, (byte)middle, 255, 255, (byte)middle, 0], image.Pixels);
    }

    [Theory]
    [InlineData("255 0 0", 127)]
    [InlineData("0 255 0", 220)]
    [InlineData("0 0 255", 76)]
    public void Decode_Colour_GivesTheLuminanceOfOtherFormats(string colour, int expected)
    {
        var image = Decode(File($"P3 1 1 255 {colour}"), "digit.ppm");

        Assert.InRange(image.Pixels[0], expected - 3, expected + 3);
    }

    [Theory]
    [InlineData("P5 ", "its width is missing")]
    [InlineData("P5 x", "its width is missing")]
    [InlineData("P5 0 2 255\n", "its width is 0, but must be 1 to 2147483647")]
    [InlineData("P5 3 99999999999 255\n", "its height is 99999999999, but must be 1 to 2147483647")]
    [InlineData("P5 3 2 70000\n", "its maxval is 70000, but must be 1 to 65535")]
    [InlineData("P5 3 2 255", "its header does not end with white space")]
    [InlineData("P5 3 2 255\nabc", "its 3x2 pixels need at least 6 bytes, but 3 follow the header")]
    [InlineData("P5 1 1 9\nz", "a sample is 122, above its maxval of 9")]
    [InlineData("P2 1 1 9 12", "its sample is 12, but must be 0 to 9")]
    [InlineData("P2 2 1 9 1  ", "its sample is missing")]
    [InlineData("P1 2 1 12", "a pixel is neither 0 nor 1")]
    [InlineData("P7\nWIDTH 3\nENDHDR\n", "its header lacks WIDTH, HEIGHT, DEPTH or MAXVAL")]
    [InlineData("P7\nWIDTH 3\n", "its header has no ENDHDR")]
    [InlineData("P7\nCOLOUR 3\n", "its header has 'COLOUR', which PAM does not know")]
    public void Decode_Damaged_SaysWhatIsWrong(string file, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() => Decode(File(file), "digit.pgm"));

        Assert.Equal($"'digit.pgm' is a damaged or cut-off image: {why}. Save it again.", error.Message);
    }

    [Theory]
    [InlineData("DEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK", 4)]
    [InlineData("DEPTH 7\nMAXVAL 255", 7)]
    public void Decode_UnknownChannels_AreRefused(string lines, int channels)
    {
        byte[] file = File($"P7\nWIDTH 1\nHEIGHT 1\n{lines}\nENDHDR\n", 1, 2, 3, 4, 5, 6, 7);

        var error = Assert.Throws<InvalidDataException>(() => Decode(file, "digit.pam"));

        Assert.Equal($"'digit.pam' has {channels} channels of unknown meaning. Save it as grey or RGB.", error.Message);
    }

    [Theory]
    [InlineData("P5 30000 30000 255\n", "'bomb' has 30000x30000 = 900000000 pixels, the limit is 64000000")]
    [InlineData("P1 8000 8000\n", "its 8000x8000 pixels need at least 64000000 bytes, but 1 follow the header")]
    [InlineData("P7\nWIDTH 2147483647\nHEIGHT 2147483647\nDEPTH 4\nMAXVAL 65535\nENDHDR\n", "'bomb' has 2147483647x2147483647 = ")]
    public void Decode_HostileHeader_IsRefusedBeforeMemoryIsTaken(string header, string expected)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<InvalidDataException>(() => Decode(File(header), "bomb"));

        Assert.Contains(expected, error.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Decode_CutAtEachByte_GivesPixelsOrOneError(string kind, byte[] file, int middle)
    {
        int[] lengths = [.. Enumerable.Range(3, file.Length - 3)];

        InvalidDataException[] errors = [.. lengths.Select(length => Record.Exception(() => Decode(file[..length], kind))).OfType<InvalidDataException>()];

        // A number cut within its last digits, or a newline after it, is not missed.
        Assert.InRange(lengths.Length - errors.Length, 0, 4);
        Assert.All(errors, error => Assert.StartsWith($"'{kind}' is a damaged or cut-off image: ", error.Message));
        Assert.InRange(middle, 128, 255);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Decode_RandomBytesChangedWithSeed2_GivesPixelsOrOneError(string kind, byte[] file, int middle)
    {
        Assert.InRange(middle, 128, 255);
        Damage.Try(kind, file, seed: 2);
    }

    private static byte[] File(string text, params byte[] pixels) => [.. Encoding.Latin1.GetBytes(text), .. pixels];

    private static GrayImage Decode(byte[] encoded, string name) => ImageDecoder.Decode(new MemoryStream(encoded), name);
}
