using System.IO.Enumeration;

namespace MlNetDigits.Console.Commands;

/// <summary>Patterns of paths that the shell left alone: <c>*</c> and <c>?</c> within a name, <c>**</c> for folders of any depth.</summary>
internal static class PathPattern
{
    private const string AnyDepth = "**";

    private static readonly char[] Separators = OperatingSystem.IsWindows() ? ['\\', '/'] : ['/'];

    /// <summary>Whether a path is a pattern; a file may be called like one.</summary>
    public static bool IsPattern(string path) => HasWildcard(path) && !Path.Exists(path);

    /// <summary>Finds the files, without hidden ones, in ordinal order.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        string root = Path.GetPathRoot(pattern) ?? string.Empty;
        List<string> segments = [.. pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
        if (segments[^1] == AnyDepth)
            segments.Add("*");
        IEnumerable<string> places = [root];
        foreach (string segment in segments[..^1])
            places = places.SelectMany(place => Folders(place, segment));
        return places.SelectMany(place => Files(place, segments[^1])).Distinct().Order(StringComparer.Ordinal);
    }

    private static bool HasWildcard(string text) => text.AsSpan().ContainsAny('*', '?');

    private static IEnumerable<string> Folders(string place, string segment)
    {
        if (segment == AnyDepth)
            return Find(place, "*", isFolder: true, isDeep: true).Prepend(place);
        return HasWildcard(segment) ? Find(place, segment, isFolder: true) : ((string[])[Path.Combine(place, segment)]).Where(Directory.Exists);
    }

    private static IEnumerable<string> Files(string place, string segment) =>
        HasWildcard(segment) ? Find(place, segment, isFolder: false) : ((string[])[Path.Combine(place, segment)]).Where(File.Exists);

    /// <summary>Enumerates a folder; the default options leave out what is hidden or may not be read.</summary>
    private static IEnumerable<string> Find(string place, string name, bool isFolder, bool isDeep = false)
    {
        string folder = place.Length == 0 ? "." : place;
        var found = new FileSystemEnumerable<string>(
            folder,
            (ref FileSystemEntry entry) => Path.Combine(place, Path.GetRelativePath(folder, entry.ToSpecifiedFullPath())),
            new EnumerationOptions { RecurseSubdirectories = isDeep })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.IsDirectory == isFolder && FileSystemName.MatchesSimpleExpression(name, entry.FileName, ignoreCase: OperatingSystem.IsWindows()),
        };
        return found;
    }
}
