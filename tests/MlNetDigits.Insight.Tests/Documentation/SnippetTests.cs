using MlNetDigits.Documentation;

namespace MlNetDigits.Tests.Documentation;

/// <summary>C# on pages: excerpts of files that the build compiles, and programs that are compiled here.</summary>
public sealed class SnippetTests
{
    /// <summary>What a page's text says of the variables in its code.</summary>
    private static readonly Dictionary<string, string> _given = new()
    {
        ["src/MlNetDigits.Networks/README.md"] = "byte[] pixels = []; int[] labels = [];",
    };

    public static TheoryData<string, int> Programs => Blocks(isExcerpt: false);

    public static TheoryData<string, int> Excerpts => Blocks(isExcerpt: true);

    [Theory]
    [MemberData(nameof(Programs))]
    public void Code_OnAPage_Compiles(string page, int line)
    {
        CodeBlock block = Block(page, line);

        IReadOnlyList<string> errors = SnippetCompiler.Errors(block.Text, _given.GetValueOrDefault(page, ""));

        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void Code_FromAFile_StandsThereWordForWord(string page, int line)
    {
        CodeBlock block = Block(page, line);

        string file = File.ReadAllText(SourceTree.PathOf(block.From!));

        Assert.Contains(Unindented(block.Text), Unindented(file), StringComparison.Ordinal);
        Assert.Matches("^(src|tests|notebooks)/.*\\.cs$", block.From);
    }

    [Fact]
    public void Code_ThatIsWrong_IsFound()
    {
        IReadOnlyList<string> errors = SnippetCompiler.Errors("using MlNetDigits.Recognition;\nvar digit = DigitRecognizer.Load(\"a\").Guess();");

        Assert.Contains("(2,", Assert.Single(errors));
    }

    private static TheoryData<string, int> Blocks(bool isExcerpt)
    {
        var data = new TheoryData<string, int>();
        foreach (string path in MarkdownPage.Paths)
        {
            foreach (CodeBlock block in MarkdownPage.Load(path).CodeBlocks.Where(block => block.Language is "csharp" or "cs" or "c#" && block.From is not null == isExcerpt))
                data.Add(path, block.Line);
        }

        return data;
    }

    private static CodeBlock Block(string page, int line) => MarkdownPage.Load(page).CodeBlocks.Single(block => block.Line == line);

    private static string Unindented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));
}
