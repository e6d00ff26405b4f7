using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MlNetDigits.Charts.Notebooks;

namespace MlNetDigits.Charts;

/// <summary>A drawn chart: text of SVG with a title, a description and two themes.</summary>
/// <remarks>Polyglot Notebooks show it as a picture: <c>chart.Draw().Display()</c>.</remarks>
[TypeFormatterSource(typeof(SvgPictureFormatterSource), PreferredMimeTypes = [SvgPictureFormatterSource.Svg, SvgPictureFormatterSource.PlainText])]
public sealed class SvgPicture
{
    private readonly SvgCanvas _canvas;

    internal SvgPicture(SvgCanvas canvas, string title, string description)
    {
        _canvas = canvas;
        (Title, Description) = (title, description);
    }

    /// <summary>Gets the name that assistive technology reads.</summary>
    public string Title { get; }

    /// <summary>Gets what the picture shows, in words.</summary>
    public string Description { get; }

    /// <summary>Gets the width in CSS pixels.</summary>
    public double Width => _canvas.Width;

    /// <summary>Gets the height in CSS pixels.</summary>
    public double Height => _canvas.Height;

    /// <summary>Writes a file of its own, light or dark as the reader's system prefers.</summary>
    /// <returns>A whole SVG document; it may also be laid into HTML as it is.</returns>
    public string ToSvg()
    {
        XElement root = OnSurface(Root());
        root.Element(SvgCanvas.Svg + "desc")!.AddAfterSelf(new XElement(SvgCanvas.Svg + "style", ChartColours.Css(".chart")));
        return Write(root);
    }

    /// <summary>Writes a file of one theme without a style sheet, for viewers and editors that read none.</summary>
    /// <param name="theme">Which colours are drawn.</param>
    /// <returns>A whole SVG document.</returns>
    public string ToSvg(ChartTheme theme) => Write(InTheme(OnSurface(Root()), theme));

    /// <summary>Writes an element for HTML whose page defines the colours of <see cref="ChartColours.PageCss"/>.</summary>
    /// <returns>An <c>svg</c> element without background and style.</returns>
    public string ToInlineSvg() => Write(Root());

    /// <summary>Renders the picture; fonts come with the library, so every machine writes the same bytes.</summary>
    /// <param name="scale">Pixels per CSS pixel, above 0 and at most 8.</param>
    /// <param name="theme">Which colours are drawn.</param>
    /// <returns>A whole PNG file.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no libvips for this platform.</exception>
    public byte[] ToPng(double scale = 2, ChartTheme theme = ChartTheme.Light)
    {
        if (!(scale is > 0 and <= 8)) throw new ArgumentOutOfRangeException(nameof(scale), string.Create(CultureInfo.InvariantCulture, $"scale is {scale}, but must be above 0 and at most 8."));
        return SvgRasterizer.ToPng(InTheme(OnSurface(Root()), theme), scale);
    }

    /// <inheritdoc cref="ToSvg()"/>
    public override string ToString() => ToSvg();

    private XElement Root()
    {
        var root = new XElement(SvgCanvas.Svg + "svg");
        root.SetAttributeValue("viewBox", $"0 0 {SvgCanvas.Number(Width)} {SvgCanvas.Number(Height)}");
        root.SetAttributeValue("width", SvgCanvas.Number(Width));
        root.SetAttributeValue("height", SvgCanvas.Number(Height));
        root.SetAttributeValue("class", "chart");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("font-family", "Inter, system-ui, sans-serif");
        root.SetAttributeValue("font-size", SvgCanvas.Number(SvgCanvas.FontSize));
        root.SetAttributeValue("fill", ChartColours.Ink);
        root.Add(new XElement(SvgCanvas.Svg + "title", Title), new XElement(SvgCanvas.Svg + "desc", Description), _canvas.Elements);
        return root;
    }

    private static XElement OnSurface(XElement root)
    {
        root.Element(SvgCanvas.Svg + "desc")!.AddAfterSelf(SvgCanvas.Background());
        return root;
    }

    /// <summary>A copy with colours in place of their variables.</summary>
    private static XElement InTheme(XElement root, ChartTheme theme)
    {
        var copy = new XElement(root);
        foreach (XAttribute attribute in copy.DescendantsAndSelf().Attributes().ToArray()) attribute.Value = ChartColours.Resolve(attribute.Value, theme);
        return copy;
    }

    private static string Write(XElement root)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" }))
            root.WriteTo(writer);
        return text.Append('\n').ToString();
    }
}
