using System.Text.RegularExpressions;
using MlNetDigits.Documentation;

namespace MlNetDigits.Tests.Documentation;

/// <summary>What pages refer to is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. MarkdownPage.Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadSomewhere(string path)
    {
        MarkdownPage page = MarkdownPage.Load(path);

        string[] broken = [.. page.Links.Where(link => !Exists(page, link))];

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Paths_InBackticks_AreThere(string path)
    {
        MarkdownPage page = MarkdownPage.Load(path);

        string[] missing = [.. page.CodeSpans.Where(span => SourcePath().IsMatch(span)).Where(span => Matches(span).Length == 0)];

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Paths_InCommands_AreThere(string path)
    {
        MarkdownPage page = MarkdownPage.Load(path);
        IEnumerable<string> words = page.CodeBlocks.Where(block => block.Language.Length == 0).SelectMany(block => block.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        string[] missing = [.. words.Where(word => SourcePath().IsMatch(word)).Where(word => Matches(word).Length == 0)];

        Assert.Empty(missing);
    }

    private static bool Exists(MarkdownPage page, string link)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out Uri? address) && address.Scheme != Uri.UriSchemeFile) return address.Scheme == "https" || address.IsLoopback;
        string[] parts = link.Split('#');
        string target = parts[0].Length == 0 ? page.Path : Path.GetRelativePath(SourceTree.Root, Path.GetFullPath(SourceTree.PathOf(Path.GetDirectoryName(page.Path)!, Uri.UnescapeDataString(parts[0])))).Replace('\\', '/');
        if (target.StartsWith("..", StringComparison.Ordinal) || !Path.Exists(SourceTree.PathOf(target))) return false;
        return parts.Length == 1 || (target.EndsWith(".md", StringComparison.Ordinal) && MarkdownPage.Load(target).Anchors.Contains(parts[1]));
    }

    /// <summary>Files and folders of a path whose last part may have a star.</summary>
    private static string[] Matches(string path)
    {
        string folder = SourceTree.PathOf(Path.GetDirectoryName(path.TrimEnd('/'))!);
        return Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder, Path.GetFileName(path.TrimEnd('/'))) : [];
    }

    /// <summary>A path in the source tree, without a placeholder.</summary>
    [GeneratedRegex(@"^(src|tests|notebooks|docs|build|data/models|data/samples)/[\w./*-]+$")]
    private static partial Regex SourcePath();
}
