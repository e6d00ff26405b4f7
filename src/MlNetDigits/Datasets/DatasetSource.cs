using MlNetDigits.Datasets.Csv;

namespace MlNetDigits.Datasets;

/// <summary>Tells by looking what a path holds: folder of images, CSV or IDX files.</summary>
internal sealed class DatasetSource(ImageDatasetOptions options, CancellationToken cancellation)
{
    private const string CsvKind = "CSV file", IdxKind = "IDX files";

    /// <summary>How far below a folder data files are looked for.</summary>
    private const int Depth = 3;

    /// <summary>Finds the parts of a dataset without reading images yet.</summary>
    /// <exception cref="InvalidDataException">The path holds no images that are known here.</exception>
    /// <exception cref="IOException">There is nothing at the path.</exception>
    public DatasetParts Find(string path)
    {
        if (File.Exists(path))
        {
            return IsCsv(path) ? new DatasetParts(CsvKind) { Train = ReadCsv(path) }
                : IdxImages.IsImages(path) ? new DatasetParts(IdxKind) { Train = ReadIdx(path) }
                : throw new InvalidDataException($"'{path}' is neither a CSV file nor an IDX file of images. Name a file that ends in .csv or whose data begins as IDX images do, or a folder.");
        }

        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"The dataset '{path}' does not exist. Give '{ImageDatasetOptions.MnistName}', a folder with one subfolder per label, a CSV file, or IDX files.");
        return FindIn(path) ?? FindBelow(path);
    }

    /// <summary>Whether a file is CSV by its name, gzipped or not.</summary>
    public static bool IsCsv(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);

    private DatasetParts? FindIn(string folder)
    {
        if (IdxFolder.Find(folder) is { } idx)
            return new DatasetParts(IdxKind) { Train = ReadIdx(idx.Train), Test = ReadIdx(idx.Test) };
        if (LabelFolders.Find(folder, options.Form, cancellation) is { } labels)
            return labels;
        if (CsvFolder.Find(folder) is not { } csv)
            return null;
        return new DatasetParts(csv.Test is null && csv.Validation is null ? CsvKind : CsvKind + "s") { Train = ReadCsv(csv.Train), Test = ReadCsv(csv.Test), Validation = ReadCsv(csv.Validation), Notes = [.. csv.Notes] };
    }

    /// <summary>Looks for data files in the folders below, where the folder itself has none.</summary>
    private DatasetParts FindBelow(string folder)
    {
        var deep = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth };
        string[] holding = [.. Directory.EnumerateFiles(folder, "*", deep).Where(path => IdxFolder.IsImageName(path) || (IsCsv(path) && PixelCsv.HasImages(path)))
            .Select(path => Path.GetDirectoryName(path)!).Distinct().Order(StringComparer.Ordinal)];
        if (holding.Length == 1 && FindIn(holding[0]) is { } parts)
            return parts with { Notes = [$"The images are in '{holding[0]}'.", .. parts.Notes] };
        if (holding.Length > 1)
            throw new InvalidDataException($"'{folder}' has data in several folders: {ClassList.Abbreviate([.. holding.Select(path => $"'{path}'")])}. Name one of them.");
        string[] files = [.. ImageFiles.Walk(folder)];
        throw new InvalidDataException(files.Any(ImageFiles.IsPicture) ? $"'{folder}' has images, but no subfolders. Put them into one subfolder per label, named by the label."
            : files.Length == 0 ? $"'{folder}' is empty: it has neither subfolders of images nor IDX files. Name a folder with one subfolder per label."
            : $"'{folder}' has no images: its {(files.Length == 1 ? "only file is" : $"{files.Length} files are such as")} '{Path.GetRelativePath(folder, files[0])}'. Name a folder with one subfolder of images per label, or with IDX or CSV files.");
    }

    private Func<RawImages>? ReadIdx(string? path) => path is null ? null : () => Inversion.Apply(IdxImages.Read(path, options.Transpose), options.Form);

    private Func<RawImages>? ReadCsv(string? path) => path is null ? null : () => Inversion.Apply(PixelCsv.Read(path, options.Transpose, options.LabelColumn, cancellation), options.Form);
}
