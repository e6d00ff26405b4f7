using System.Xml.Linq;

namespace MlNetDigits.Charts;

/// <summary>Additions to the elements of a picture.</summary>
internal static class SvgElementExtensions
{
    /// <summary>Adds a text that browsers show when the element is pointed at.</summary>
    public static XElement WithTooltip(this XElement element, string text)
    {
        element.AddFirst(new XElement(SvgCanvas.Svg + "title", text));
        return element;
    }

    /// <summary>Adds attributes.</summary>
    public static XElement With(this XElement element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        element.Add(SvgCanvas.Create("g", attributes).Attributes());
        return element;
    }
}
