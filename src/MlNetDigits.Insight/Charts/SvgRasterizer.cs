using System.Text;
using System.Xml.Linq;
using MlNetDigits.Charts.Fonts;
using MlNetDigits.Images.Libvips;

namespace MlNetDigits.Charts;

/// <summary>Renders pictures with librsvg: texts become outlines first, so that fonts of the machine do not matter.</summary>
internal static class SvgRasterizer
{
    public static byte[] ToPng(XElement root, double scale)
    {
        var copy = new XElement(root);
        copy.Descendants(SvgCanvas.Svg + "title").Concat(copy.Descendants(SvgCanvas.Svg + "desc")).Remove();
        foreach (XElement text in copy.Descendants(SvgCanvas.Svg + "text").ToArray()) text.ReplaceWith(Outline(text));
        return VipsEncoding.RenderSvg(Encoding.UTF8.GetBytes(copy.ToString(SaveOptions.DisableFormatting)), scale);
    }

    private static XElement Outline(XElement text)
    {
        ChartFont font = Inherited(text, "font-weight") == "bold" ? ChartFont.Bold : ChartFont.Regular;
        double size = Parse(Inherited(text, "font-size")), x = Parse(text.Attribute("x")?.Value);
        double shift = Inherited(text, "text-anchor") switch { "middle" => 0.5, "end" => 1, _ => 0 } * font.Measure(text.Value, size);
        XElement path = SvgCanvas.Create("path", ("d", font.ToPath(text.Value, x - shift, Parse(text.Attribute("y")?.Value), size)));
        path.Add(text.Attributes().Where(attribute => attribute.Name.LocalName is not ("x" or "y")));
        return path;
    }

    private static string? Inherited(XElement element, string attribute) =>
        element.AncestorsAndSelf().Select(ancestor => ancestor.Attribute(attribute)?.Value).FirstOrDefault(value => value is not null);

    private static double Parse(string? number) => number is null ? 0 : double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
