using System.Diagnostics;
using System.Security.Cryptography;
using MlNetDigits.Charts;
using MlNetDigits.Images;

namespace MlNetDigits.Tests.Charts;

public sealed class SvgPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("training-curves")]
    [InlineData("confusion-26-long-labels")]
    [InlineData("images")]
    public void ToPng_TwoRuns_GiveTheSameBytes(string name)
    {
        byte[] first = SampleCharts.All[name]().ToPng(), second = SampleCharts.All[name]().ToPng();

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void ToPng_Scale_MultipliesTheSize(double scale)
    {
        SvgPicture picture = SampleCharts.All["probabilities"]();

        GrayImage image = Decode(picture.ToPng(scale));

        Assert.Equal((picture.Width * scale, picture.Height * scale), (image.Width, image.Height));
    }

    [Fact]
    public void ToPng_Themes_HaveTheirBackgrounds()
    {
        SvgPicture picture = SampleCharts.All["learning-rate"]();

        Assert.Equal(255, Decode(picture.ToPng(1)).Pixels[0]);
        Assert.InRange(Decode(picture.ToPng(1, ChartTheme.Dark)).Pixels[0], 20, 30);
    }

    [Theory]
    [InlineData(ChartTheme.Light, "#ffffff")]
    [InlineData(ChartTheme.Dark, "#16191d")]
    public void ToSvg_Theme_HasItsColoursAndNoStyleSheet(ChartTheme theme, string surface)
    {
        SvgPicture picture = SampleCharts.All["training-curves"]();

        string svg = picture.ToSvg(theme);

        Assert.Contains($"fill=\"{surface}\"", svg);
        Assert.DoesNotContain("var(", svg);
        Assert.DoesNotContain("<style", svg);
    }

    [Fact]
    public void ToSvg_AfterOneOfATheme_FollowsTheReaderStill()
    {
        SvgPicture picture = SampleCharts.All["training-curves"]();
        string before = picture.ToSvg();

        picture.ToSvg(ChartTheme.Dark);

        Assert.Equal(before, picture.ToSvg());
    }

    [Fact]
    public void ToPng_MachineWithoutFonts_GivesTheSameBytes()
    {
        string fonts = Directory.CreateDirectory(_folder.File("fonts")).FullName;
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { typeof(SvgPictureTests).Assembly.Location, "charts", _folder.Path, "probabilities-long-labels" } };
        (start.Environment["FONTCONFIG_PATH"], start.Environment["FONTCONFIG_FILE"]) = (fonts, _folder.File("none.conf"));

        using Process process = Process.Start(start)!;
        process.WaitForExit();

        byte[] expected = SampleCharts.All["probabilities-long-labels"]().ToPng();
        Assert.Equal(Convert.ToHexString(SHA256.HashData(expected)), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(_folder.File("probabilities-long-labels.Light.png")))));
    }

    [Fact]
    public void ToPng_Text_LeavesInkWhereItStands()
    {
        SvgPicture picture = SampleCharts.All["probabilities"]();

        GrayImage image = Decode(picture.ToPng(1));

        Assert.Contains(Enumerable.Range(0, image.Width * 30), i => image.Pixels[i] < 60);
    }

    [Fact]
    public void ToPng_FiveThousandPoints_StaySmallAndAreRendered()
    {
        var points = Enumerable.Range(0, 5000).Select(i => new FeaturePoint(Math.Sqrt(i) * Math.Cos(i), Math.Sqrt(i) * Math.Sin(i), i % 10));

        SvgPicture picture = new FeatureMap2D { Points = [.. points], Labels = [.. "0123456789".Select(digit => digit.ToString())] }.Draw();

        Assert.InRange(picture.ToInlineSvg().Length, 100_000, 1_000_000);
        Assert.Equal((int)picture.Width, Decode(picture.ToPng(1)).Width);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(double.NaN)]
    public void ToPng_ScaleOutOfRange_SaysTheRange(double scale)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => SampleCharts.All["probabilities"]().ToPng(scale));

        Assert.Contains("must be above 0 and at most 8", error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static GrayImage Decode(byte[] png) => ImageDecoder.Decode(new MemoryStream(png));
}
