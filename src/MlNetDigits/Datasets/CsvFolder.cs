using System.Text.RegularExpressions;
using MlNetDigits.Datasets.Csv;

namespace MlNetDigits.Datasets;

/// <summary>Finds CSV files of images in a folder by words in their names: train, test, validation.</summary>
/// <param name="Train">Path of the images to train on, or of the only file; null without.</param>
/// <param name="Test">Path of the images to test with, or null.</param>
/// <param name="Validation">Path of the images for validation, or null.</param>
/// <param name="LeftOut">Names of CSV files without images.</param>
internal sealed partial record CsvFolder(string? Train, string? Test, string? Validation, string[] LeftOut)
{
    /// <summary>Names of CSV files with images that are none of these sides.</summary>
    public string[] Beside { get; private init; } = [];

    /// <summary>Gets what is left out, in whole sentences.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (LeftOut.Length > 0)
                yield return $"CSV without images is left out: {ClassList.Abbreviate(LeftOut)}.";
            if (Beside.Length > 0)
                yield return $"Beside {string.Join(" and ", new[] { Train, Validation, Test }.OfType<string>().Select(path => Path.GetFileName(path)))}, the images of {ClassList.Abbreviate(Beside)} are left out.";
        }
    }

    /// <summary>Looks into a folder; null when it has no CSV of images.</summary>
    /// <exception cref="InvalidDataException">It has several sets.</exception>
    public static CsvFolder? Find(string folder)
    {
        ILookup<bool, string> files = Directory.EnumerateFiles(folder).Where(path => DatasetSource.IsCsv(path) && !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal).ToLookup(PixelCsv.HasImages);
        string[] all = [.. files[true]], others = [.. files[false].Select(path => Path.GetFileName(path))];
        if (all.Length == 0)
            return null;
        string[] train = Called("train", "training"), test = Called("test", "testing"), validation = Called("valid", "validation", "val");
        if (all.Length == 1 && test.Length + validation.Length == 0)
            return new CsvFolder(all[0], null, null, others);
        string[] sides = [.. train, .. test, .. validation], rest = [.. all.Except(sides).Select(path => Path.GetFileName(path))];
        bool isClear = train.Length <= 1 && test.Length <= 1 && validation.Length <= 1 && sides.Distinct().Count() == sides.Length;

        // Beside a train and a test file, a third one is another set; beside one of them alone, it may be the other.
        return isClear && (rest.Length == 0 || (train.Length == 1 && sides.Length > 1))
            ? new CsvFolder(train.FirstOrDefault(), test.FirstOrDefault(), validation.FirstOrDefault(), others) { Beside = rest }
            : throw new InvalidDataException($"'{folder}' has several CSV files: {ClassList.Abbreviate([.. all.Select(path => Path.GetFileName(path))])}. Name one of them, or call them train.csv, valid.csv and test.csv.");

        string[] Called(params string[] words) => [.. all.Where(path => Words().Matches(Path.GetFileName(path)).Any(word => words.Contains(word.Value, StringComparer.OrdinalIgnoreCase)))];
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
