using System.Globalization;
using System.Text.RegularExpressions;
using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets.Csv;

/// <summary>What the names of columns tell.</summary>
internal sealed partial class CsvHeader(string[] names)
{
    private static readonly string[] LabelNames = ["label", "labels", "class", "target", "digit", "y"], IndexNames = ["", "index", "id", "imageid", "image_id"];

    /// <summary>Place of the column that is called like labels, or -1.</summary>
    public int Label { get; } = LabelNames.Select(name => Array.FindIndex(names, each => Same(each, name))).FirstOrDefault(place => place >= 0, CsvLayout.None);

    /// <summary>Places of the columns whose names, but for numbers, are unlike those of the pixels.</summary>
    public int[] Others { get; } = FindOthers(names);

    /// <summary>Whether fields are names: texts, or numbers that count columns.</summary>
    public static bool IsHeader(string[] fields)
    {
        double[] numbers = [.. fields.Select(Number).Where(double.IsFinite)];
        return fields.Count(field => field.Length > 0 && double.IsNaN(Number(field))) > fields.Length / 2
            || (numbers.Length >= MnistView.PixelCount && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1));
    }

    /// <summary>Place of a column by its name, exactly or in another case, or -1.</summary>
    public int Find(string name) => Array.IndexOf(names, name) is var place and >= 0 ? place : Array.FindIndex(names, each => Same(each, name));

    /// <summary>Whether a column is called as indices of rows are, or not at all.</summary>
    public bool IsIndex(int column) => IndexNames.Any(name => Same(names[column], name)) || Unnamed().IsMatch(names[column]);

    /// <summary>Lists the names for an error.</summary>
    public override string ToString() => ClassList.Abbreviate(names);

    private static int[] FindOthers(string[] names)
    {
        string[] shapes = [.. names.Select(name => Digits().Replace(name, "0"))];
        string usual = shapes.GroupBy(shape => shape).MaxBy(group => group.Count())!.Key;
        return [.. Enumerable.Range(0, names.Length).Where(column => shapes[column] != usual)];
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static double Number(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^unnamed: \d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();
}
