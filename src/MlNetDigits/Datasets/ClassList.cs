using System.Globalization;

namespace MlNetDigits.Datasets;

/// <summary>Names of classes: their order and how errors list them.</summary>
internal static class ClassList
{
    private const int Listed = 12, NamedUnknowns = 5;

    /// <summary>All different labels: numbers first, by value, then texts by code point.</summary>
    public static string[] Of(IEnumerable<string> labels) =>
        [.. labels.Distinct().OrderBy(label => Number(label) is null).ThenBy(Number).ThenBy(label => label, StringComparer.Ordinal)];

    /// <summary>Lists names for an error, the middle of a long list left out.</summary>
    public static string Abbreviate(IReadOnlyList<string> names) =>
        names.Count <= Listed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Listed - 2))}, …, {names[^1]}";

    /// <summary>Says which labels are unknown to whom, and what it knows.</summary>
    public static string DescribeUnknown(string who, IReadOnlyCollection<KeyValuePair<string, int>> unknown, IReadOnlyList<string> known)
    {
        string list = string.Join(", ", unknown.Take(NamedUnknowns).Select(entry => $"'{entry.Key}' ({entry.Value} image{(entry.Value == 1 ? "" : "s")})"));
        string more = unknown.Count > NamedUnknowns ? $" and {unknown.Count - NamedUnknowns} more" : "";
        return $"{who} does not know the label{(unknown.Count == 1 ? "" : "s")} {list}{more}; its {known.Count} classes are {Abbreviate(known)}.";
    }

    private static double? Number(string label) =>
        double.TryParse(label, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
