using Microsoft.DotNet.Interactive.Documents;

namespace MlNetDigits.Notebooks.Walks;

/// <summary>An app of one file whose comments <c>// %%</c> and <c>// %% [markdown]</c> divide it into cells.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Directives">The lines before its first cell, for the build of the app.</param>
/// <param name="Notebook">Its notebook without outputs; the first code cell loads the library.</param>
internal sealed record Walk(string Name, IReadOnlyList<string> Directives, InteractiveDocument Notebook)
{
    private const string Code = "// %%", Markdown = "// %% [markdown]", ProjectDirective = "#:project ";

    /// <summary>Reads a walk of the checkout.</summary>
    public static Walk Load(string name) => Parse(name, File.ReadAllText(Path.Combine(Checkout.Notebooks, name + ".cs")));

    /// <summary>Divides an app's text into cells.</summary>
    /// <exception cref="FormatException">The text names no project, or holds code outside cells.</exception>
    public static Walk Parse(string name, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int first = Array.FindIndex(lines, line => line is Code or Markdown);
        if (first < 0) throw new FormatException($"'{name}' has no cells: begin them with '{Code}' or '{Markdown}'.");
        string[] head = [.. lines[..first].Where(line => line.Length > 0)];
        if (head.FirstOrDefault(line => !line.StartsWith("#:", StringComparison.Ordinal) && !line.StartsWith("#!", StringComparison.Ordinal)) is { } stray)
            throw new FormatException($"'{name}' has '{stray}' before its first cell: only directives of the app stand there.");
        string project = head.FirstOrDefault(line => line.StartsWith(ProjectDirective, StringComparison.Ordinal))?[ProjectDirective.Length..].Trim()
            ?? throw new FormatException($"'{name}' names no project: begin it with '{ProjectDirective}'.");

        var cells = new List<InteractiveDocumentElement>();
        for (int start = first, end; start < lines.Length; start = end)
        {
            end = Array.FindIndex(lines, start + 1, line => line is Code or Markdown);
            if (end < 0) end = lines.Length;
            string source = string.Join('\n', lines[(start + 1)..end]).Trim('\n');
            cells.Add(lines[start] == Markdown ? new(Uncomment(name, source), "markdown") : new(source, "csharp"));
        }

        if (cells.Find(cell => cell.KernelName == "csharp") is { } loading)
            loading.Contents = LibraryReferences.Before(loading.Contents, project, string.Join('\n', cells.Where(cell => cell.KernelName == "csharp").Select(cell => cell.Contents)));
        return new Walk(name, head, new InteractiveDocument(cells));
    }

    private static string Uncomment(string name, string source) => string.Join('\n', source.Split('\n').Select(line =>
        line.StartsWith("// ", StringComparison.Ordinal) ? line[3..]
        : line == "//" ? ""
        : throw new FormatException($"'{name}' has '{line}' in a cell of Markdown: begin the line with '// '.")));
}
