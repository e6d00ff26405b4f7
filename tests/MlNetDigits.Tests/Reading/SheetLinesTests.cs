using MlNetDigits.Images;
using MlNetDigits.Images.Normalization;
using MlNetDigits.Reading;
using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Reading;

public sealed class SheetLinesTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    public void Find_LineOfAnyHeight_HasAHundredOrTwo(int side)
    {
        SyntheticImage text = ReadingModel.Draw(new SynthesisOptions { Seed = 5, MinimumSide = side, MaximumSide = side, MinimumLength = 3, MaximumLength = 3, MinimumSize = 0.8f });

        SheetLines found = SheetLines.Find(text.ToGray())!;

        Assert.InRange(Assert.Single(found.Rows).Height, 60, 200);
        Assert.Equal(side > 200, found.Sheet.Width < text.ToGray().Width);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public void Find_Stripes_AreAveragedDown(int stripe)
    {
        SheetLines? found = SheetLines.Find(Draw(1200, (x, _) => x / stripe % 2 == 0));

        Assert.All(found?.Rows ?? [], row => Assert.InRange(row.Height, 1, 200));
    }

    [Fact]
    public void Find_ThousandsOfRings_IsNoWriting() =>
        Assert.Null(SheetLines.Find(Draw(1200, (x, y) => Math.Pow((x % 16) - 8, 2) + Math.Pow((y % 16) - 8, 2) is > 10 and < 36)));

    [Fact]
    public void BoxOf_InkAtTheEdges_StaysInThePicture()
    {
        GrayImage picture = Draw(1133, (x, y) => x is > 300 and < 500 || y > 1100);
        var found = new SheetLines(Resampling.Reduce(picture, 190), null!, []);

        InkBox box = found.BoxOf(new InkPart(9, 0, 0, found.Sheet.Width - 1, found.Sheet.Height - 1), picture);

        Assert.Equal(new InkBox(0, 0, 1133, 1133), box);
    }

    [Theory]
    [InlineData(-30, -20, -5, 10)]
    [InlineData(195, 30, 230, 260)]
    [InlineData(-9, -9, 300, 300)]
    public void BoxOf_DigitBeyondTheEdges_HasAPixelInThePicture(int left, int top, int right, int bottom)
    {
        GrayImage picture = Draw(400, (_, _) => false);
        var found = new SheetLines(Resampling.Reduce(picture, 200), null!, []);

        InkBox box = found.BoxOf(new InkPart(0, left, top, right, bottom), picture);

        Assert.InRange(box.X, 0, 399);
        Assert.InRange(box.Y, 0, 399);
        Assert.InRange(box.Width, 1, 400 - box.X);
        Assert.InRange(box.Height, 1, 400 - box.Y);
    }

    private static GrayImage Draw(int side, Func<int, int, bool> isInk) =>
        new(side, side, [.. Enumerable.Range(0, side * side).Select(i => (byte)(isInk(i % side, i / side) ? 20 : 250))]);
}
