using MlNetDigits.Datasets.Csv;

namespace MlNetDigits.Datasets;

/// <summary>Finds images in a folder and those below it.</summary>
public static class ImageFiles
{
    /// <summary>Folder into which macOS packs what only macOS reads.</summary>
    internal const string MacFolder = "__MACOSX";

    private const int Named = 3;

    private static readonly HashSet<string> WindowsFiles = new(["Thumbs.db", "desktop.ini"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Extensions = new([".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".pbm", ".pgm", ".ppm", ".pnm", ".pam"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds pictures, and CSV and IDX files of images; folders that are hidden are passed over.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Paths that begin with the folder's, in ordinal order.</returns>
    /// <exception cref="IOException">The folder is missing or cannot be read.</exception>
    public static ImageFileList Find(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ILookup<bool, string> files = Walk(folder).ToLookup(path => !IsJunk(folder, path) && (IsPicture(path) || IsPixelFile(path)));
        string[] found = [.. files[true]];
        return new ImageFileList([.. found.Where(path => !IsCopy(path, found))], DescribeLeftOut(folder, [.. files[false].Where(path => !IsReadable(IdxImages.IsLabels, path))]));
    }

    /// <summary>Whether a file is a picture by its name.</summary>
    internal static bool IsPicture(string path) => Extensions.Contains(Path.GetExtension(path)) && !Path.GetFileName(path).StartsWith('.');

    /// <summary>All files of a folder and those below it, but for hidden folders, in ordinal order.</summary>
    internal static IEnumerable<string> Walk(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        .Where(path => !Folders(folder, path).Any(name => name.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a file is the system's own: hidden, where macOS packs what only macOS reads, or Windows' view of a folder.</summary>
    internal static bool IsJunk(string folder, string path) =>
        Path.GetFileName(path) is var name && (name.StartsWith('.') || WindowsFiles.Contains(name) || Folders(folder, path).Contains(MacFolder));

    /// <summary>Names of the folders between a folder and a file below it.</summary>
    internal static string[] Folders(string folder, string path) => Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[..^1];

    /// <summary>Counts files that were passed over and names some, pictures first and the system's last; null for none.</summary>
    internal static string? DescribeLeftOut(string folder, IReadOnlyCollection<string> files)
    {
        if (files.Count == 0)
            return null;
        string some = NameSome([.. files.OrderBy(path => IsJunk(folder, path) ? 2 : IsPicture(path) ? 0 : 1).Select(path => Path.GetRelativePath(folder, path))]);
        return files.Count == 1 ? $"1 file is no image that can be read, and is left out: {some}." : $"{files.Count} files are no images that can be read, and are left out: {some}.";
    }

    /// <summary>Lists the first names, and says how many there are more.</summary>
    internal static string NameSome(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? $" and {names.Count - Named} more" : "");

    private static bool IsPixelFile(string path) => IsReadable(DatasetSource.IsCsv(path) ? PixelCsv.HasImages : IdxImages.IsImages, path);

    /// <summary>Whether a file is gzipped beside itself unpacked.</summary>
    private static bool IsCopy(string path, string[] files) => IdxFolder.WithoutGz(path) is var raw && raw != path && Array.BinarySearch(files, raw, StringComparer.Ordinal) >= 0;

    private static bool IsReadable(Func<string, bool> isMeant, string path)
    {
        try
        {
            return isMeant(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
