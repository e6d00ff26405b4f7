using System.Globalization;
using System.Xml.Linq;
using MlNetDigits.Charts.Fonts;

namespace MlNetDigits.Charts;

/// <summary>Collects the elements of a picture; places are in CSS pixels from the upper left.</summary>
internal sealed class SvgCanvas(double width, double height)
{
    /// <summary>Height of letters and widths of the border, in CSS pixels.</summary>
    public const double FontSize = 12, HeadingSize = 15, Margin = 16;

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly List<XElement> _elements = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    public IReadOnlyList<XElement> Elements => _elements;

    public static XElement Background() => new(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", ChartColours.Surface));

    /// <summary>A length with at most two decimals, the same in every culture.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    public XElement Line(double x1, double y1, double x2, double y2, string colour, double width = 1) =>
        Add("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", colour), ("stroke-width", width == 1 ? null : width));

    public XElement Rect(double x, double y, double width, double height, string colour) =>
        Add("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", colour));

    public XElement Text(double x, double y, string text, string? anchor = null, double? size = null, bool isBold = false, string? colour = null)
    {
        XElement element = Add("text", ("x", x), ("y", y), ("text-anchor", anchor), ("font-size", size), ("font-weight", isBold ? "bold" : null), ("fill", colour));
        element.Add(text);
        return element;
    }

    /// <summary>Text from below to above, centred at a place.</summary>
    public XElement VerticalText(double x, double y, string text)
    {
        XElement element = Add("text", ("text-anchor", "middle"), ("transform", $"translate({Number(x)} {Number(y)}) rotate(-90)"));
        element.Add(text);
        return element;
    }

    /// <summary>The picture's heading at the upper left, cut if it is too wide.</summary>
    public void Heading(string text)
    {
        string shown = ChartFont.Bold.Shorten(text, HeadingSize, Width - 2 * Margin);
        XElement element = Text(Margin, 27, shown, size: HeadingSize, isBold: true);
        if (shown != text) element.WithTooltip(text);
    }

    /// <summary>Text that is cut if it is too wide; pointing at it then shows all of it.</summary>
    public XElement Label(double x, double y, string text, double width, string? anchor = null, double size = FontSize)
    {
        string shown = ChartFont.Regular.Shorten(text, size, width);
        XElement element = Text(x, y, shown, anchor, size == FontSize ? null : size);
        return shown == text ? element : element.WithTooltip(text);
    }

    public XElement Add(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        XElement element = Create(name, attributes);
        _elements.Add(element);
        return element;
    }

    public static XElement Create(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        var element = new XElement(Svg + name);
        foreach ((string attribute, object? value) in attributes)
            element.SetAttributeValue(attribute, value is double number ? Number(number) : value is int whole ? whole.ToString(CultureInfo.InvariantCulture) : value);
        return element;
    }
}
