using System.Globalization;
using System.Xml.Linq;
using MlNetDigits.Charts;

namespace MlNetDigits.Tests.Charts;

public sealed class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly SvgChart _chart = new()
    {
        Title = "a < b & c",
        XLabel = "rate",
        YLabel = "loss",
        IsLogX = true,
        Series = [new ChartSeries("line", [(1e-4, 2), (1e-3, 1), (1e-2, double.NaN), (0, 5), (1e-1, 3)]), new ChartSeries("dots", [(1e-3, 4)], IsLine: false)],
        Marker = (1e-2, "best"),
    };

    [Fact]
    public void ToSvg_Series_LieWithinTheFrameAndLeaveOutWhatIsNoNumber()
    {
        XElement svg = XElement.Parse(_chart.ToSvg());

        string[] places = svg.Element(Svg + "polyline")!.Attribute("points")!.Value.Split(' ');
        Assert.Equal(3, places.Length);
        Assert.All(places.Select(place => place.Split(',').Select(Number).ToArray()), place => Assert.True(place[0] is >= 70 and <= 700 && place[1] is >= 40 and <= 360));
        Assert.Single(svg.Elements(Svg + "circle"));
    }

    [Fact]
    public void ToSvg_LogarithmicAxis_SpacesPowersOfTenEvenly()
    {
        XElement svg = XElement.Parse(_chart.ToSvg());

        double[] places = [.. svg.Elements(Svg + "text").Where(text => text.Value is "0.0001" or "0.001" or "0.01" or "0.1").Select(text => Number(text.Attribute("x")!.Value))];
        Assert.Equal([70, 280, 490, 700], places);
        Assert.Equal(490, Number(svg.Elements(Svg + "line").Single(line => line.Attribute("stroke-dasharray") is not null).Attribute("x1")!.Value));
    }

    [Fact]
    public void ToSvg_AnyCulture_WritesTheSame()
    {
        string invariant = _chart.ToSvg();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(invariant, _chart.ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToSvg_TextAndEmptySeries_AreEscapedAndDrawn()
    {
        XElement svg = XElement.Parse((_chart with { Series = [new ChartSeries("none", [])], Marker = null, IsLogX = false }).ToSvg());

        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "a < b & c");
        Assert.Empty(svg.Elements(Svg + "polyline"));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
