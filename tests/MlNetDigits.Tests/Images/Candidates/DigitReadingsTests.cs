using MlNetDigits.Images;
using MlNetDigits.Synthesis;
using MlNetDigits.Synthesis.Readings;

namespace MlNetDigits.Tests.Images.Candidates;

public sealed class DigitReadingsTests
{
    private const int Pictures = 30;

    [Theory]
    [InlineData(PaperStyle.Ruled)]
    [InlineData(PaperStyle.Squared)]
    [InlineData(PaperStyle.FormCell)]
    [InlineData(PaperStyle.Underlined)]
    [InlineData(PaperStyle.Sliver)]
    [InlineData(PaperStyle.DarkCorners)]
    [InlineData(PaperStyle.Neighbour)]
    [InlineData(PaperStyle.Frame)]
    public void Read_ForeignInkOfSeed5_NearlyAlwaysHasTheDigitAlone(PaperStyle paper)
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 5, Papers = [paper], Camera = false, LightOnDarkShare = 0 });

        int alone = Enumerable.Range(0, Pictures).Count(index => DrawnReadings.Read(synthesizer.Create(index)).Any(reading => reading.Label != DrawnReadings.None));

        Assert.True(alone >= 0.85 * Pictures, $"{alone} of {Pictures}");
    }

    [Fact]
    public void Read_PlainPaperOfSeed6_SeldomNeedsAnotherReading()
    {
        var synthesizer = new DigitSynthesizer(new SynthesisOptions { Seed = 6, Papers = [PaperStyle.Plain], Camera = false });

        double others = Enumerable.Range(0, Pictures).Average(index => DigitNormalizer.Read(synthesizer.Create(index).ToGray())!.Others.Count);

        Assert.InRange(others, 0, 3);
    }

    [Fact]
    public void Read_SheetOfMnist_IsReadInOneWay()
    {
        byte[] pixels = Tests.Mnist.Checkout.Digits.Test.Pixels.Slice(0, 784).ToArray();

        var readings = DigitNormalizer.Read(new GrayImage(28, 28, pixels))!;

        Assert.Equal(pixels, readings.First.Pixels);
        Assert.Empty(readings.Others);
    }

    [Fact]
    public void Read_EmptySheet_ShowsNothing() => Assert.Null(DigitNormalizer.Read(new GrayImage(50, 50, new byte[2500])));
}
