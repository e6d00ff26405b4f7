using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlNetDigits.Charts;

namespace MlNetDigits.Tests.Charts;

public sealed partial class ChartSnapshotTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_SampleChart_EqualsItsSnapshot(string name)
    {
        string svg = SampleCharts.All[name]().ToSvg();

        Snapshot.AssertEqual(Path.Combine("Charts", name + ".svg"), SvgImages.Mask(svg));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_SampleChart_HasNamesForAssistiveTechnologyAndStaysInItsFrame(string name)
    {
        SvgPicture picture = SampleCharts.All[name]();

        XElement root = XElement.Parse(picture.ToSvg());
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal(picture.Title, root.Elements().First().Value);
        Assert.Equal(picture.Description, root.Element(_svg + "desc")!.Value);
        Assert.All(Places(root, "x"), x => Assert.InRange(x, 0, picture.Width));
        Assert.All(Places(root, "y"), y => Assert.InRange(y, 0, picture.Height));
        Assert.DoesNotContain("NaN", picture.ToSvg());
    }

    [Fact]
    public void ToInlineSvg_Chart_LeavesColoursToThePage()
    {
        SvgPicture picture = SampleCharts.All["confusion-2"]();

        string inline = picture.ToInlineSvg();

        Assert.DoesNotContain("<style", inline);
        Assert.All(Variable().Matches(inline).Select(match => match.Groups[1].Value), variable => Assert.Contains(variable + ":#", ChartColours.PageCss));
        Assert.Contains(":root[data-theme=dark]", ChartColours.PageCss);
    }

    [Fact]
    public void ConfusionMatrix_Cells_CarryTheirPlaces()
    {
        XElement root = XElement.Parse(SampleCharts.All["confusion-2"]().ToSvg());

        XElement[] cells = [.. root.Elements(_svg + "g").Where(g => (string?)g.Attribute("class") == "cell")];

        Assert.Equal(["0 0 93", "0 1 7", "1 0 12", "1 1 4"], cells.Select(cell => $"{(string?)cell.Attribute("data-true")} {(string?)cell.Attribute("data-predicted")} {(string?)cell.Attribute("data-count")}"));
        Assert.Equal("true cat, recognized as dog: 7 images, 7.00 % of the row", cells[1].Element(_svg + "title")!.Value);
    }

    private static IEnumerable<double> Places(XElement root, string axis) => root.Descendants().Attributes(axis).Select(attribute => (double)attribute);

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Variable();
}
