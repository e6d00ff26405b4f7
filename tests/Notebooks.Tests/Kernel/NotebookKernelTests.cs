using Microsoft.DotNet.Interactive.Documents;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks.Kernel;

public sealed class NotebookKernelTests
{
    [Fact]
    public async Task RunAsync_LaterCell_KnowsWhatEarlierOnesLeft()
    {
        NotebookRun run = await RunAsync(("csharp", "var a = 20;"), ("markdown", "Text"), ("csharp", "Console.Write(a);\nConsole.WriteLine(1);"));

        Assert.Equal([0, 0, 1], run.Document.Elements.Select(cell => cell.Outputs.Count));
        Assert.Equal("201\n", run.Transcript);
    }

    [Fact]
    public async Task RunAsync_UpdatedDisplay_IsShownOnceWithItsLastValue()
    {
        NotebookRun run = await RunAsync(("csharp", $"{LibraryReferences.LiveUsings}{LibraryReferences.Live}\nvar shown = Live(\"first\");\nConsole.WriteLine(\"between\");"), ("csharp", "shown.Update(\"last\");"));

        Assert.Equal(["last", "between\n"], run.Document.Elements[0].Outputs.Select(output => output.Text()));
        Assert.Empty(run.Document.Elements[1].Outputs);
        Assert.Equal("first\nbetween\nlast\n", run.Transcript);
    }

    [Fact]
    public async Task RunAsync_UpdateOfWhatIsNotDisplayed_Throws()
    {
        Task<NotebookRun> run = RunAsync(("csharp", "\"first\".Display().Update(\"last\");"));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => run);
        Assert.Contains("'last' replaces a value that is not displayed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = b;", "'b' does not exist")]
    [InlineData("throw new Exception(\"No more.\");", "No more.")]
    public async Task RunAsync_CellThatFails_ThrowsWithItsCode(string code, string message)
    {
        Task<NotebookRun> run = RunAsync(("csharp", code));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => run);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NotebooksBesideEachOther_PrintTheirOwn()
    {
        Task<NotebookRun>[] runs = [.. Enumerable.Range(0, 4).Select(i => RunAsync(("csharp", $"for (var i = 0; i < 5; i++) {{ await Task.Delay(10); Console.Write({i}); }}")))];

        NotebookRun[] ended = await Task.WhenAll(runs);

        Assert.Equal(["00000", "11111", "22222", "33333"], ended.Select(run => run.Transcript));
    }

    private static Task<NotebookRun> RunAsync(params (string Kernel, string Source)[] cells) =>
        NotebookKernel.RunAsync(new InteractiveDocument([.. cells.Select(cell => new InteractiveDocumentElement(cell.Source, cell.Kernel))]));
}
