using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;

namespace MlNetDigits.Reports.Html;

/// <summary>Takes the parts of an interpolated string: literals stay, markup is laid in, all else is escaped.</summary>
/// <remarks>Holes belong in content or in quoted attributes, never in a script or style.</remarks>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _html = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(Markup markup) => _html.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Markup> parts)
    {
        foreach (Markup part in parts) AppendFormatted(part);
    }

    public void AppendFormatted(string? text) => _html.Append(SecurityElement.Escape(text));

    public void AppendFormatted<T>(T value, string? format = null) where T : IFormattable =>
        AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => _html.ToString();
}
