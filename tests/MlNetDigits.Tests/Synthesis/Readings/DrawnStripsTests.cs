using MlNetDigits.Images.Normalization;
using MlNetDigits.Images.Segmentation;
using MlNetDigits.Synthesis;
using MlNetDigits.Synthesis.Readings;
using MlNetDigits.Tests.Mnist;

namespace MlNetDigits.Tests.Synthesis.Readings;

public sealed class DrawnStripsTests
{
    private static readonly SynthesisOptions Plain = new() { Kind = SynthesisKind.Text, Seed = 5, Papers = [PaperStyle.Plain], Camera = false, MarkShare = 0, MinimumLength = 3, MaximumLength = 3 };

    [Fact]
    public void Read_PlainLinesOfSeed5_GiveTheirDigitsOnce()
    {
        var synthesizer = new DigitSynthesizer(Plain);

        foreach (int index in Enumerable.Range(0, 30))
        {
            SyntheticImage image = synthesizer.Create(index);
            Assert.All(DrawnStrips.Read(image, (ulong)index).Where(piece => piece.Digits.Length > 0), piece => Assert.Equal(image.Text, string.Concat(piece.Digits)));
        }

        Assert.InRange(Enumerable.Range(0, 30).Sum(index => DrawnStrips.Read(synthesizer.Create(index), (ulong)index).Count(piece => piece.Digits.Length > 0)), 24, 30);
    }

    [Theory]
    [InlineData(4, 20, true)]
    [InlineData(7, 20, true)]
    [InlineData(8, 20, false)]
    [InlineData(3, 9, false)]
    [InlineData(8, 26, true)]
    [InlineData(4, 27, false)]
    public void IsStick_PieceOfALine20High_IsAsHighAsADigitAndNarrow(int width, int height, bool isStick) =>
        Assert.Equal(isStick, DrawnStrips.IsStick(new InkPart(1, 10, 10, 9 + width, 9 + height), 20));

    [Fact]
    public void Draw_Seed6_GivesEqualBitsAndLinesWithoutDigits()
    {
        List<(byte[] Pixels, byte[] Digits)> first = DrawnStrips.Draw(60, Plain with { Seed = 6 }, Checkout.Digits), second = DrawnStrips.Draw(60, Plain with { Seed = 6 }, Checkout.Digits);

        Assert.Equal(first.Select(piece => piece.Pixels), second.Select(piece => piece.Pixels));
        Assert.Equal(first.Select(piece => piece.Digits), second.Select(piece => piece.Digits));
        Assert.Contains(first, piece => piece.Digits.Length == 0);
        Assert.All(first, piece => Assert.Equal(LineStrip.Rows * LineStrip.Window, piece.Pixels.Length));
    }
}
