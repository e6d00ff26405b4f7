using MlNetDigits.Console.Hosting;
using MlNetDigits.Datasets;

namespace MlNetDigits.Console.Commands;

/// <summary>Makes the files of what a command line names: files, folders, patterns, lists, standard input.</summary>
internal static class ImagePaths
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What the help says of paths to pictures.</summary>
    public const string PictureHelp = "Image files (PNG, JPEG, WebP, GIF, TIFF, BMP, PNM, of any size), folders of them and what is below, patterns in quotes such as 'scans/**/*.png', or - for an image on standard input";

    /// <summary>What the help says of paths to pictures and files of many small images.</summary>
    public const string Help = $"{PictureHelp}; CSV and IDX files of 28×28 images too, whose n-th is called file#n.";

    /// <summary>Gives the files in order; a pattern without a match and a missing file stay as they are, to be told of.</summary>
    /// <param name="terminal">Told of files in folders that are no images, and of folders without images.</param>
    /// <param name="paths">What a command line names.</param>
    /// <exception cref="UserError">No file is named, and folders have no image.</exception>
    public static string[] Expand(Terminal terminal, IEnumerable<string> paths)
    {
        string[] named = [.. paths];
        List<string> empty = [];
        string[] files = [.. named.SelectMany(path => Directory.Exists(path) ? Find(terminal, path, empty) : PathPattern.IsPattern(path) ? PathPattern.Expand(path).DefaultIfEmpty(path) : [path])];
        if (files.Length > 0)
        {
            foreach (string folder in empty)
                terminal.Error.WriteLine($"note: there is no image in '{folder}' or the folders below.");
            return files;
        }

        throw new UserError(named.Length == 0 ? "The list names no file; give the paths of images, one a line."
            : $"There is no image in {string.Join(", ", named.Select(path => $"'{path}'"))} or the folders below; name images, or a folder that has some.");
    }

    /// <summary>Reads a list of paths, one a line, or between NUL characters as <c>find -print0</c> writes them.</summary>
    /// <param name="terminal">Where standard input is.</param>
    /// <param name="list">The file, or <c>-</c>.</param>
    public static IEnumerable<string> ReadList(Terminal terminal, string list)
    {
        using StreamReader reader = new(list == StandardInput ? terminal.OpenInput("a list of paths") : File.OpenRead(list));
        string text = reader.ReadToEnd();
        return text.Split(text.Contains('\0') ? ['\0'] : ['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static IReadOnlyList<string> Find(Terminal terminal, string folder, List<string> empty)
    {
        ImageFileList found = ImageFiles.Find(folder);
        if (found.LeftOut is { } note)
            terminal.Error.WriteLine($"{folder}: {note}");
        if (found.Files.Count == 0)
            empty.Add(folder);
        return found.Files;
    }
}
