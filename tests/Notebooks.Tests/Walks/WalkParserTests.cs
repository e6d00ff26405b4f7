namespace MlNetDigits.Notebooks.Walks;

public sealed class WalkParserTests
{
    private const string Head = "#:project ../src/MlNetDigits.Insight\n#:property PublishAot=false\n\n";

    [Fact]
    public void Parse_TextAndCode_BecomeCells()
    {
        Walk walk = Walk.Parse("walk", Head + "// %% [markdown]\n// # Title\n//\n// Text.\n\n// %%\nvar a = 1;\n\n// %%\n// A comment.\na++;\n");

        Assert.Equal(["markdown", "csharp", "csharp"], walk.Notebook.Elements.Select(cell => cell.KernelName));
        Assert.Equal("# Title\n\nText.", walk.Notebook.Elements[0].Contents);
        Assert.Equal("// A comment.\na++;", walk.Notebook.Elements[2].Contents);
    }

    [Fact]
    public void Parse_FirstCode_LoadsWhatItsUsingsName()
    {
        Walk walk = Walk.Parse("walk", Head + "// %%\nusing Microsoft.ML;\n");

        Assert.Equal(
            """
            // The library as this checkout built it: dotnet build -c Release src/MlNetDigits.Insight
            // Outside a checkout one line takes the place of those that begin with #r: #r "nuget: MlNetDigits.Insight"
            #r "../src/MlNetDigits.Insight/bin/Release/net10.0/MlNetDigits.Insight.dll"
            #r "../src/MlNetDigits.Insight/bin/Release/net10.0/Microsoft.ML.Core.dll"
            #r "../src/MlNetDigits.Insight/bin/Release/net10.0/Microsoft.ML.Data.dll"
            #r "../src/MlNetDigits.Insight/bin/Release/net10.0/Microsoft.ML.DataView.dll"

            using System.IO;
            using Microsoft.ML;
            """.ReplaceLineEndings("\n"),
            walk.Notebook.Elements.Single().Contents);
    }

    [Fact]
    public void Parse_CodeWithLive_DefinesItInTheFirstCell()
    {
        Walk walk = Walk.Parse("walk", Head + "// %%\nvar a = 1;\n\n// %%\nvar shown = Live(a);\n");

        Assert.EndsWith($"{LibraryReferences.LiveUsings}var a = 1;\n\n{LibraryReferences.Live}", walk.Notebook.Elements[0].Contents, StringComparison.Ordinal);
        Assert.Equal("var shown = Live(a);", walk.Notebook.Elements[1].Contents);
    }

    [Theory]
    [InlineData("var a = 1;\n", "has no cells")]
    [InlineData("// %%\nvar a = 1;\n", "names no project")]
    [InlineData("#:project p\nvar a = 1;\n// %%\n", "'var a = 1;' before its first cell")]
    [InlineData("#:project p\n// %% [markdown]\nText\n", "'Text' in a cell of Markdown")]
    public void Parse_NoWalk_SaysWhatIsWrong(string text, string message)
    {
        FormatException error = Assert.Throws<FormatException>(() => Walk.Parse("walk", text));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
