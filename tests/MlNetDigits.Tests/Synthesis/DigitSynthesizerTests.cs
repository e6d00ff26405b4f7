using System.Security.Cryptography;
using MlNetDigits.Mnist;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Synthesis;

public sealed class DigitSynthesizerTests
{
    private const int Few = 24;
    private const int Some = 300;

    [Theory]
    [InlineData(SynthesisKind.Digit)]
    [InlineData(SynthesisKind.NonDigit)]
    [InlineData(SynthesisKind.Text)]
    public void Create_Seed1InAnyOrderOfThreads_GivesEqualBits(SynthesisKind kind)
    {
        var options = new SynthesisOptions { Seed = 1, Kind = kind };
        var backwards = new byte[Few][];

        byte[][] forwards = [.. Enumerable.Range(0, Few).Select(index => new DigitSynthesizer(options).Create(index).Picture.Pixels)];
        var shared = new DigitSynthesizer(options);
        Parallel.For(0, Few, new ParallelOptions { MaxDegreeOfParallelism = 3 }, index => backwards[Few - 1 - index] = shared.Create(Few - 1 - index).Picture.Pixels);

        Assert.Equal(forwards, backwards);
        Assert.Equal(Few, forwards.Distinct(new SameBytes()).Count());
    }

    [Fact]
    public void Create_Seed1AndSeed2_GiveOtherBits()
    {
        byte[] first = new DigitSynthesizer(new SynthesisOptions { Seed = 1 }).Create(5).Picture.Pixels;

        byte[] second = new DigitSynthesizer(new SynthesisOptions { Seed = 2 }).Create(5).Picture.Pixels;

        Assert.NotEqual(first, second);
    }

    /// <summary>A change of the drawing changes these bits; a machine, a processor or a thread must not.</summary>
    [Theory]
    [InlineData(SynthesisKind.Digit, "5d8f24ee39d47edf")]
    [InlineData(SynthesisKind.NonDigit, "bc2da39fbefeda32")]
    [InlineData(SynthesisKind.Text, "618a6b60766ee7ae")]
    public void Create_Seed1OnAnyMachine_GivesTheBitsThatAreKnown(SynthesisKind kind, string expected)
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 1, Kind = kind });

        byte[] pixels = [.. Enumerable.Range(0, Few).SelectMany(index => synthesizer.Create(index).Picture.Pixels)];

        Assert.Equal(expected, Hash(pixels));
    }

    [Fact]
    public void Create_HastyLinesOfSeed1OnAnyMachine_GiveTheBitsThatAreKnown()
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 1, Kind = SynthesisKind.Text, HasteShare = 1, MinimumLength = 3 });

        byte[] pixels = [.. Enumerable.Range(0, Few).SelectMany(index => synthesizer.Create(index).Picture.Pixels)];

        Assert.Equal("34fe8e2e3ecac4b5", Hash(pixels));
    }

    private static string Hash(byte[] pixels) => Convert.ToHexStringLower(SHA256.HashData(pixels))[..16];

    [Fact]
    public void Create_PlainPaper_HasAllInkInTheBox()
    {
        var plain = new DigitSynthesizer(new SynthesisOptions { Papers = [PaperStyle.Plain], Camera = false });

        IEnumerable<SyntheticImage> images = Enumerable.Range(0, Some).Select(index => plain.Create(index));

        Assert.All(images, image => Assert.InRange(Ink.Outside(image, image.Digits), 0, 0.01));
    }

    [Fact]
    public void Create_ManyDigits_ShowsAllOfEverything()
    {
        var synthesizer = new DigitSynthesizer();

        SyntheticImage[] images = [.. Enumerable.Range(0, Some).Select(index => synthesizer.Create(index))];

        Assert.Equal(10, images.Select(image => image.Label).Distinct().Count());
        Assert.Equal(Enum.GetValues<PaperStyle>(), images.Select(image => image.Paper).Distinct().Order());
        Assert.Equal(Enum.GetValues<Lighting>(), images.Select(image => image.Lighting).Distinct().Order());
        Assert.Equal(Enum.GetValues<Pen>().Where(pen => pen != Pen.Scan), images.Select(image => image.Pen).Distinct().Order());
        Assert.InRange(images.Count(image => image.IsLightOnDark), Some * 0.15, Some * 0.35);
    }

    [Fact]
    public void Create_Digits_AreTextLabelAndBox()
    {
        var synthesizer = new DigitSynthesizer();

        IEnumerable<SyntheticImage> images = Enumerable.Range(0, 50).Select(index => synthesizer.Create(index));

        Assert.All(images, image => Assert.Equal((image.Label, image.Label, null), (image.Text, Assert.Single(image.Digits).Digit.ToString(), image.NonDigit)));
    }

    [Fact]
    public void Create_NonDigits_ShowEachKindAndCarryNoDigit()
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Kind = SynthesisKind.NonDigit });

        SyntheticImage[] images = [.. Enumerable.Range(0, Some).Select(index => synthesizer.Create(index))];

        Assert.All(images, image => Assert.True(image.Text.Length == 0 && image.Digits.Count == 0 && image.Label == image.NonDigit.ToString()!.ToLowerInvariant()));
        Assert.Equal(Enum.GetValues<NonDigit>().Cast<NonDigit?>(), images.Select(image => image.NonDigit).Distinct().Order());
    }

    [Fact]
    public void Create_MnistShareOfAll_WritesTrainingDigitsAlone()
    {
        byte[] block = new byte[MnistView.PixelCount], stripe = new byte[MnistView.PixelCount];
        for (int i = 0; i < block.Length; i++) (block[i], stripe[i]) = (i % 28 is > 8 and < 20 && i / 28 is > 4 and < 24 ? byte.MaxValue : (byte)0, i % 28 == 14 ? byte.MaxValue : (byte)0);
        var mnist = new MnistData(new MnistView(block, [4]), new MnistView(stripe, [4]), "", "");
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { MnistShare = 1, Papers = [PaperStyle.Plain], Camera = false, MaximumSlant = 0 }, mnist);

        SyntheticImage image = Enumerable.Range(0, 100).Select(index => synthesizer.Create(index)).First(image => image.Label == "4");

        Assert.Equal(Pen.Scan, image.Pen);
        Assert.InRange((float)image.Digits[0].Height / image.Digits[0].Width, 1, 3);
    }

    [Fact]
    public void Constructor_MnistShareWithoutMnist_SaysWhatIsMissing()
    {
        var options = new SynthesisOptions { MnistShare = 0.5f };

        var error = Assert.Throws<ArgumentException>(() => new DigitSynthesizer(options));

        Assert.StartsWith("MnistShare is 0.5, which needs MNIST; pass it, or set the share to 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NegativeIndex_Throws()
    {
        var synthesizer = new DigitSynthesizer();

        Assert.Throws<ArgumentOutOfRangeException>(() => synthesizer.Create(-1));
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] bytes) => bytes.Length;
    }
}
