using System.Globalization;

namespace MlNetDigits.Datasets;

/// <summary>Finds names for the numbers that IDX files have as labels.</summary>
/// <remarks>
/// <c>classes.txt</c> beside the images has one name a line, the first for label 0.
/// EMNIST's <c>emnist-balanced-mapping.txt</c> has a label and the code of its character a line.
/// </remarks>
internal static class IdxClassNames
{
    private const string ListName = "classes.txt";

    /// <summary>Names by label; none when there are no such files.</summary>
    /// <exception cref="InvalidDataException">A file of names is malformed.</exception>
    public static IReadOnlyDictionary<int, string> Find(string images)
    {
        string folder = Path.GetDirectoryName(images) ?? "", file = Path.GetFileName(images), list = Path.Combine(folder, ListName);
        int end = Math.Max(file.IndexOf("-train-", StringComparison.OrdinalIgnoreCase), file.IndexOf("-test-", StringComparison.OrdinalIgnoreCase));
        string mapping = end < 0 ? "" : Path.Combine(folder, file[..end] + "-mapping.txt");
        Dictionary<int, string> names = File.Exists(list) ? ReadList(list) : File.Exists(mapping) ? ReadMapping(mapping) : [];
        return names.Values.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is not { } twice ? names
            : throw new InvalidDataException($"'{(File.Exists(list) ? list : mapping)}' gives the name '{twice.Key}' to {twice.Count()} labels. Give each label a name of its own.");
    }

    private static Dictionary<int, string> ReadList(string path) =>
        File.ReadLines(path).Index().Where(line => line.Item.Trim().Length > 0).ToDictionary(line => line.Index, line => LabelText.Clean(line.Item));

    private static Dictionary<int, string> ReadMapping(string path)
    {
        var names = new Dictionary<int, string>();
        foreach ((int index, string line) in File.ReadLines(path).Index())
        {
            string[] numbers = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (numbers.Length == 0)
                continue;
            if (numbers.Length < 2 || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int label)
                || !int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code) || !System.Text.Rune.IsValid(code))
                throw new InvalidDataException($"Line {index + 1} of '{path}' is '{line}', but must be a label and the code of its character. Get the file again, or remove it.");
            names[label] = new System.Text.Rune(code).ToString();
        }

        return names;
    }
}
