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
        return train.Length <= 1 && test.Length <= 1 && validation.Length <= 1 && train.Length + test.Length + validation.Length == all.Length
            ? new CsvFolder(train.FirstOrDefault(), test.FirstOrDefault(), validation.FirstOrDefault(), others)
            : throw new InvalidDataException($"'{folder}' has several CSV files: {ClassList.Abbreviate([.. all.Select(path => Path.GetFileName(path))])}. Name one of them, or call them train.csv, valid.csv and test.csv.");

        string[] Called(params string[] words) => [.. all.Where(path => Words().Matches(Path.GetFileName(path)).Any(word => words.Contains(word.Value, StringComparer.OrdinalIgnoreCase)))];
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
