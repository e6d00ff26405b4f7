using MlNetDigits.Images;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Images.Samples;

/// <summary>Set MLNET_DIGITS_DRAW_SAMPLES=1 to draw the files anew instead of comparing them.</summary>
public sealed class SampleFilesTests
{
    private static readonly bool Draw = Environment.GetEnvironmentVariable("MLNET_DIGITS_DRAW_SAMPLES") == "1";

    public static TheoryData<string> Names => [.. SampleFiles.Drawn.Select(sample => sample.File)];

    public static TheoryData<string> RealNames => [.. SampleFiles.Real.Select(real => SampleFiles.RealName(real.Index, real.Digit))];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_Drawn_IsWhatTheDrawingGives(string name)
    {
        var path = Path.Combine(SampleFiles.Folder, name);
        var drawn = SampleFiles.Encode(SampleFiles.Drawn.Single(sample => sample.File == name));
        if (Draw)
            File.WriteAllBytes(path, drawn);

        var expected = ImageDecoder.Decode(new MemoryStream(drawn));
        var actual = ImageDecoder.Decode(path);

        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        Assert.InRange(expected.Pixels.Zip(actual.Pixels, (a, b) => Math.Abs(a - b)).Average(), 0, 1);
        Assert.InRange(new FileInfo(path).Length, 1, 10_000);
    }

    [Theory]
    [MemberData(nameof(RealNames))]
    public void File_Real_HoldsMnistsPixelsAndPassesUnchanged(string name)
    {
        var path = Path.Combine(SampleFiles.Folder, name);
        var (index, digit) = SampleFiles.Real.Single(real => SampleFiles.RealName(real.Index, real.Digit) == name);
        var test = Checkout.Digits.Test;
        var pixels = test.Pixels.Slice(index * 784, 784).ToArray();
        if (Draw)
            File.WriteAllBytes(path, Encoder.Encode("png", 28, 28, 1, pixels));

        var normalized = DigitNormalizer.Normalize(ImageDecoder.Decode(path));

        Assert.Equal(digit, test.Labels.Span[index]);
        Assert.Equal(pixels, normalized);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Normalize_Drawn_LooksLikeMnistsDigitsOfItsKind(string name)
    {
        var image = ImageDecoder.Decode(Path.Combine(SampleFiles.Folder, name));

        var normalized = DigitNormalizer.Normalize(image);

        Assert.NotNull(normalized);
        Assert.Equal(name[0] - '0', NearestDigits.Classify(normalized));
    }
}
