using System.Xml.Linq;
using MlNetDigits.Charts;
using MlNetDigits.Images;
using MlNetDigits.Reading;

namespace MlNetDigits.Tests.Charts;

public sealed class ReadingPictureTests
{
    [Theory]
    [InlineData(200, 100, 1)]
    [InlineData(4000, 2000, 3)]
    public void Draw_Reading_FramesDigitsAndOthersWhereTheyAre(int width, int height, int reduced)
    {
        ReadingPicture picture = Create(width, height);

        XElement root = XDocument.Parse(picture.Draw().ToSvg(ChartTheme.Light)).Root!;

        XElement[] frames = [.. root.Descendants().Where(element => element.Attribute("fill")?.Value == "none" && element.Name.LocalName == "rect")];
        Assert.Equal(2, frames.Length);
        Assert.Equal("7", Assert.Single(root.Descendants(), element => element.Name.LocalName == "text").Value);
        Assert.InRange((double)frames[1].Attribute("x")!, (40.0 / reduced) - 10, 40.0 / reduced);
    }

    [Fact]
    public void Draw_PictureOfAnotherSize_NamesBoth()
    {
        ReadingPicture picture = Create(200, 100) with { Image = new GrayImage(20, 10, new byte[200]) };

        Assert.Contains("The picture has 20x10 pixels, but a picture of 200x100 was read", Assert.Throws<ArgumentException>(picture.Draw).Message);
    }

    private static ReadingPicture Create(int width, int height)
    {
        var digit = new ReadDigit { Digit = 7, Confidence = 0.97f, Scores = [0, 0, 0, 0, 0, 0, 0, 1, 0, 0], Box = new InkBox(40, 20, 30, 60) };
        var line = new LineReading { Text = "7", Confidence = 1, Digits = [digit], Alternatives = [], IsValid = true };
        return new ReadingPicture
        {
            Image = new GrayImage(width, height, new byte[width * height]),
            Reading = new PageReading { Width = width, Height = height, Lines = [line], Others = [new InkBox(100, 20, 30, 60)] },
        };
    }
}
