namespace MlNetDigits.Notebooks.Walks;

public sealed class WalkParserTests
{
    private const string Head = "#:project ../src/MlNetDigits\n#:property PublishAot=false\n\n";

    [Fact]
    public void Parse_TextAndCode_BecomeCells()
    {
        Walk walk = Walk.Parse("walk", Head + "// %% [markdown]\n// # Title\n//\n// Text.\n\n// %%\nvar a = 1;\n\n// %%\n// A comment.\na++;\n");

        Assert.Equal([false, true, true], walk.Cells.Select(cell => cell.IsCode));
        Assert.Equal("# Title\n\nText.", walk.Cells[0].Source);
        Assert.Equal("// A comment.\na++;", walk.Cells[2].Source);
    }

    [Fact]
    public void Parse_FirstCode_LoadsWhatItsUsingsName()
    {
        Walk walk = Walk.Parse("walk", Head + "// %%\nusing Microsoft.ML;\n");

        Assert.Equal(
            """
            // The library as this checkout built it: dotnet build -c Release src/MlNetDigits
            #r "../src/MlNetDigits/bin/Release/net10.0/MlNetDigits.dll"
            #r "../src/MlNetDigits/bin/Release/net10.0/MLNet.dll"

            using Microsoft.ML;
            """.ReplaceLineEndings("\n"),
            walk.Cells.Single().Source);
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
