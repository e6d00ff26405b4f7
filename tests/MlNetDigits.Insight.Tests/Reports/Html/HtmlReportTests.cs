using System.Globalization;
using System.Text.RegularExpressions;
using MlNetDigits.Artifacts;
using MlNetDigits.Evaluation;
using MlNetDigits.Reports;
using MlNetDigits.Reports.Html;

namespace MlNetDigits.Tests.Reports.Html;

public sealed partial class HtmlReportTests
{
    [Fact]
    public void ToHtml_AllData_HasAllParts()
    {
        string html = SamplePage.Create().ToHtml();

        Assert.Equal(
            ["Figures", "Training", "Confusion matrix", "Classes", "Most confident mistakes", "Least confident hits", "Calibration", "Map of the features", "Sample predictions"],
            Headings().Matches(html).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void ToHtml_NoHistoryNoFeatures_LeavesTheirPartsOut()
    {
        string html = (SamplePage.Create(epochs: 0) with { Features = null }).ToHtml();

        Assert.DoesNotContain("id=\"training\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"features\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_PerfectScore_SaysThatThereIsNoMistake()
    {
        string html = SamplePage.Create(isPerfect: true).ToHtml();

        Assert.Contains("There is no mistake: every image was recognized.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_NamesWithSigns_AreEscapedEverywhere()
    {
        string html = SamplePage.Create(SamplePage.Long).ToHtml();

        Assert.Contains("<span>Sneaker &lt;low&gt;</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<low>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Pullover & cardigan", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_AnyReport_NamesNoAddressToFetch()
    {
        string html = SamplePage.Create().ToHtml();

        IEnumerable<string> addresses = Addresses().Matches(html).Select(match => match.Groups[1].Value);
        Assert.All(addresses, address => Assert.True(address.StartsWith('#') || address.StartsWith("data:", StringComparison.Ordinal), address));
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_AnotherCulture_GivesTheSameText()
    {
        HtmlReport report = SamplePage.Create();
        string expected = report.ToHtml();
        CultureInfo before = CultureInfo.CurrentCulture;

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        string html = report.ToHtml();
        CultureInfo.CurrentCulture = before;

        Assert.Equal(expected, html);
    }

    [Fact]
    public void ToHtml_WithoutPixels_NamesTheMend()
    {
        HtmlReport report = SamplePage.Create();
        var images = new ScoredImages(report.Images.ClassNames, [.. report.Images.Labels], report.Images.Probabilities.ToArray());

        var error = Assert.Throws<InvalidOperationException>((report with { Images = images }).ToHtml);

        Assert.Contains("KeepPixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stage_Report_WritesThePageAndItsPicturesTwice()
    {
        using var target = new TemporaryFolder();

        using (ArtifactFolder folder = ArtifactFolder.Open(target.Path))
        {
            SamplePage.Create().Stage(folder);
            folder.Commit();
        }

        string[] names = ["calibration", "classes", "confusion", "features", "learning-rate", "mistakes", "samples", "training", "unsure"];
        Assert.Equal(["pictures", "report.html"], Directory.GetFileSystemEntries(target.Path).Select(Path.GetFileName).Order());
        Assert.Equal(names.SelectMany(name => (string[])[$"{name}.png", $"{name}.svg"]), Directory.GetFiles(target.File("pictures")).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetFiles(target.File("pictures"), "*.png"), file => Assert.True(File.ReadAllBytes(file).AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]), file));
    }

    [GeneratedRegex("<h2[^>]*>([^<]*)</h2>")]
    private static partial Regex Headings();

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Addresses();
}
