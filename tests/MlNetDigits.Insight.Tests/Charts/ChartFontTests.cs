using System.Globalization;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Tests.Charts;

public sealed class ChartFontTests
{
    /// <summary>How the box begins that stands for a character the font lacks, at a size of 100.</summary>
    private const string MissingBox = "M4 -84L";

    [Theory]
    [InlineData("I", 0.2)]
    [InlineData("Éclair ½ – 99 % ×", 7)]
    [InlineData("Ωμέγα", 2.5)]
    [InlineData("Жук", 1.9)]
    [InlineData("Łódź", 2)]
    public void ToPath_KnownScripts_HasOutlinesAsWideAsMeasured(string text, double leastEms)
    {
        string path = ChartFont.Regular.ToPath(text, 0, 100, 100);

        Assert.InRange(ChartFont.Regular.Measure(text, 1), leastEms, text.Length);
        Assert.StartsWith("M", path);
        Assert.EndsWith("Z", path);
    }

    [Fact]
    public void ToPath_LetterL_IsARectangleAboveTheBaseLine()
    {
        double[] numbers = [.. ChartFont.Regular.ToPath("l", 0, 0, 1000).Split(['M', 'L', 'Z', ' '], StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];

        (double X, double Y)[] corners = [.. numbers.Chunk(2).Select(pair => (pair[0], pair[1])).Distinct()];

        Assert.Equal(4, corners.Length);
        Assert.Equal((0, -727.27), (corners.Max(c => c.Y), corners.Min(c => c.Y)));
        Assert.Equal(2, corners.Select(c => c.X).Distinct().Count());
    }

    [Fact]
    public void ToPath_CharactersNoFontHas_AreDrawnAsTheirNumbers()
    {
        string hiragana = ChartFont.Regular.ToPath("お", 0, 0, 100), katakana = ChartFont.Regular.ToPath("オ", 0, 0, 100);

        Assert.StartsWith(MissingBox, hiragana);
        Assert.NotEqual(hiragana, katakana);
        Assert.EndsWith(ChartFont.Regular.ToPath("4A", 12, 3, 42), hiragana);
        Assert.EndsWith(ChartFont.Regular.ToPath("AA", 12, 3, 42), katakana);
        Assert.Equal(2 * ChartFont.Regular.Measure("お", 12), ChartFont.Regular.Measure("オ\uFE0Fお\u200D", 12), 6);
        Assert.True(ChartFont.Regular.Measure("👟", 12) > ChartFont.Regular.Measure("お", 12));
    }

    [Fact]
    public void Measure_Digits_AreAsWideAsEachOther()
    {
        IEnumerable<double> widths = "0123456789".Select(digit => ChartFont.Regular.Measure($"{digit}", 12));

        Assert.Single(widths.Distinct());
    }

    [Theory]
    [InlineData("Đặng Thùy Trâm")]
    [InlineData("ÀÉÎÕÜ ßþæœ")]
    [InlineData("ĄčĘğŁőŢžŵ")]
    [InlineData("ΑΒΓαβγάώ")]
    [InlineData("АБВабвёщїґ")]
    public void ToPath_LettersOfTheCoveredScripts_AreNoBoxes(string text)
    {
        string[] paths = [.. text.Where(char.IsLetter).Select(letter => ChartFont.Bold.ToPath($"{letter}", 0, 0, 100))];

        Assert.DoesNotContain(paths, path => path.StartsWith(MissingBox));
    }

    [Theory]
    [InlineData("short", 100, "short")]
    [InlineData("A label that is far too long", 80, "A label th…")]
    [InlineData("WW", 1, "W…")]
    public void Shorten_Text_FitsItsWidth(string text, double width, string expected)
    {
        string shown = ChartFont.Regular.Shorten(text, 12, width);

        Assert.Equal(expected, shown);
    }

    [Fact]
    public void Measure_Bold_IsWiderThanRegular()
    {
        Assert.True(ChartFont.Bold.Measure("accuracy", 12) > ChartFont.Regular.Measure("accuracy", 12));
        Assert.Equal(0, ChartFont.Regular.Measure("", 12));
    }
}
