using MlNetDigits.Synthesis;

namespace MlNetDigits.Tests.Synthesis;

public sealed class SyntheticTextTests
{
    private static readonly SynthesisOptions _plain = new() { Kind = SynthesisKind.Text, Papers = [PaperStyle.Plain], Camera = false, MarkShare = 0 };

    [Fact]
    public void Create_Text_HasABoxInThePictureForEachDigit()
    {
        SyntheticImage[] images = Draw(new SynthesisOptions { Kind = SynthesisKind.Text, Rows = 2 }, 40);

        Assert.All(images, image => Assert.Equal(string.Concat(image.Text.Where(char.IsAsciiDigit)), string.Concat(image.Digits.Select(box => box.Digit))));
        Assert.All(images.SelectMany(image => image.Digits.Select(box => (image.Picture, box))), it => Assert.True(it.box.X >= 0 && it.box.Y >= 0 && it.box.Width > 0 && it.box.X + it.box.Width <= it.Picture.Width && it.box.Y + it.box.Height <= it.Picture.Height));
        Assert.All(images, image => Assert.InRange(image.Text.Split('\n')[1].Length, 2, 8));
    }

    [Fact]
    public void Create_TextOnPlainPaper_HasAllInkInTheBoxes()
    {
        SyntheticImage[] images = Draw(_plain, 40);

        Assert.All(images, image => Assert.InRange(Ink.Outside(image, image.Digits), 0, 0.01));
    }

    [Fact]
    public void Create_Pattern_GivesDigitsAndGroupsAndLeavesOutMarks()
    {
        SyntheticImage image = Assert.Single(Draw(_plain with { Pattern = "12## 3-" }, 1));

        Assert.Matches("^12[0-9]{2} 3$", image.Text);
        Assert.Equal(5, image.Digits.Count);
        Assert.InRange(Ink.Outside(image, image.Digits), 0.005, 0.3);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.9)]
    public void Create_TouchingShare_IsTheShareOfNeighboursWithoutPaperBetween(float share, double least)
    {
        SyntheticImage[] images = Draw(_plain with { Pattern = "08", TouchingShare = share, MaximumSlant = 0 }, 40);

        double touching = images.Average(image => Ink.IsConnected(image) ? 1 : 0);

        Assert.InRange(touching, least, least + 0.1);
    }

    [Fact]
    public void Create_TenRowsOfTen_IsAPageOfAHundredDigits()
    {
        SyntheticImage page = Assert.Single(Draw(_plain with { Rows = 10, MinimumLength = 10, MaximumLength = 10, MaximumSide = 80 }, 1));

        int[] middles = [.. page.Digits.Chunk(10).Select(line => (int)line.Average(box => box.Y + (box.Height / 2)))];

        Assert.Equal(100, page.Digits.Count);
        Assert.All(middles.Zip(middles.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 50, 110));
    }

    [Fact]
    public void Create_HastyLines_HaveLongOnesAndAllInkInTheBoxes()
    {
        SyntheticImage[] hasty = Draw(_plain with { Pattern = "012", HasteShare = 1 }, 60), calm = Draw(_plain with { Pattern = "012" }, 60);
        static double Stem(SyntheticImage image) => image.Digits[1].Height / (double)image.Digits[2].Height;

        Assert.All(hasty, image => Assert.InRange(Ink.Outside(image, image.Digits), 0, 0.01));
        Assert.InRange(hasty.Average(Stem) / calm.Average(Stem), 1.05, 1.3);
    }

    [Fact]
    public void Create_TwoDigitsInHaste_AreAsWithoutIt()
    {
        SynthesisOptions options = _plain with { Pattern = "12" };

        Assert.Equal(Draw(options, 5).Select(image => image.Picture.Pixels), Draw(options with { HasteShare = 1 }, 5).Select(image => image.Picture.Pixels));
    }

    private static SyntheticImage[] Draw(SynthesisOptions options, int count)
    {
        var synthesizer = new DigitSynthesizer(options);
        return [.. Enumerable.Range(0, count).Select(index => synthesizer.Create(index))];
    }
}
