using System.Globalization;
using System.Text;

namespace MlNetDigits.Web.Metrics;

/// <summary>The words of Prometheus' text format.</summary>
internal static class PrometheusText
{
    /// <summary>Makes a metric's name of an instrument's: underscores, the unit and, for a counter, <c>_total</c>.</summary>
    public static string Name(string instrument, string? unit, bool isCounter)
    {
        var name = Identifier(instrument);
        var suffix = unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        return name + (name.EndsWith(suffix, StringComparison.Ordinal) ? "" : suffix) + (isCounter ? "_total" : "");
    }

    /// <summary>Writes labels without braces.</summary>
    public static string Labels(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(',', tags.Select(tag =>
        $"{Identifier(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal)}\""));

    /// <summary>Escapes a description.</summary>
    public static string Help(string text) => Escape(text);

    /// <summary>Writes a number the same in every culture.</summary>
    public static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes one line.</summary>
    public static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Identifier(string text) => new([.. text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
}
