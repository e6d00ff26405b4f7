using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MlNetDigits.Documentation;

/// <summary>A page of the checkout: its code, links and anchors.</summary>
internal sealed partial class MarkdownPage
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _document;

    private MarkdownPage(string path, string text)
    {
        Path = path;
        Text = text;
        _document = Markdown.Parse(text, _pipeline);
    }

    /// <summary>All pages that the project has written, relative to its root.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. Find().Order(StringComparer.Ordinal)];

    /// <summary>Path relative to the checkout's root, with slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>Fenced blocks in their order.</summary>
    public IEnumerable<CodeBlock> CodeBlocks => _document.Descendants<FencedCodeBlock>()
        .Select(block => new CodeBlock(block.Info ?? "", block.Lines.ToString(), block.Line + 1, Excerpt(block)));

    /// <summary>Texts in backticks.</summary>
    public IEnumerable<string> CodeSpans => _document.Descendants<CodeInline>().Select(code => WhiteSpace().Replace(code.Content, " "));

    /// <summary>Targets of links and sources of images.</summary>
    public IEnumerable<string> Links => _document.Descendants<LinkInline>().Select(link => link.Url ?? "");

    /// <summary>What links may name behind <c>#</c>.</summary>
    public IEnumerable<string> Anchors => _document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "");

    public static MarkdownPage Load(string path) => new(path, File.ReadAllText(SourceTree.PathOf(path)).ReplaceLineEndings("\n"));

    private static string? Excerpt(Block block)
    {
        int index = block.Parent!.IndexOf(block);
        return index > 0 && block.Parent[index - 1] is HtmlBlock comment && From().Match(comment.Lines.ToString()) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>Pages outside the folders that builds and tools fill.</summary>
    private static IEnumerable<string> Find()
    {
        var folders = new Stack<string>([SourceTree.Root]);
        while (folders.TryPop(out string? folder))
        {
            foreach (string file in Directory.GetFiles(folder, "*.md")) yield return System.IO.Path.GetRelativePath(SourceTree.Root, file).Replace('\\', '/');
            foreach (string inner in Directory.GetDirectories(folder).Where(inner => !(System.IO.Path.GetFileName(inner) is "bin" or "obj" or "node_modules" or "artifacts" or "TestResults" or ['.', ..]))) folders.Push(inner);
        }
    }

    [GeneratedRegex(@"^<!-- from: (\S+) -->$")]
    private static partial Regex From();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
