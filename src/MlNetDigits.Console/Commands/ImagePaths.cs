using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Commands;

/// <summary>Makes the files of what a command line names: files, folders, patterns, lists, standard input.</summary>
internal static class ImagePaths
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What the help says of paths.</summary>
    public const string Help = "Image files (PNG, JPEG, WebP, GIF, TIFF, BMP, PNM, of any size), folders of them, patterns in quotes such as 'scans/**/*.png', or - for an image on standard input; CSV and IDX files of 28×28 images too, whose n-th is called file#n.";

    /// <summary>Gives the files in order; a pattern without a match and a missing file stay as they are, to be told of.</summary>
    public static IEnumerable<string> Expand(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions()).Select(file => Path.Combine(path, file.Name)).Order(StringComparer.Ordinal)
        : PathPattern.IsPattern(path) ? PathPattern.Expand(path).DefaultIfEmpty(path)
        : [path]);

    /// <summary>Reads a list of paths, one a line, or between NUL characters as <c>find -print0</c> writes them.</summary>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="list">The file, or <c>-</c>.</param>
    public static IEnumerable<string> ReadList(Terminal terminal, string list)
    {
        using StreamReader reader = new(list == StandardInput ? terminal.OpenInput("a list of paths") : File.OpenRead(list));
        string text = reader.ReadToEnd();
        return text.Split(text.Contains('\0') ? ['\0'] : ['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }
}
