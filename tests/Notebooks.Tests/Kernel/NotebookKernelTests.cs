using Microsoft.CodeAnalysis.Scripting;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks.Kernel;

public sealed class NotebookKernelTests
{
    [Fact]
    public async Task RunAsync_LaterCell_KnowsWhatEarlierOnesLeft()
    {
        NotebookRun run = await NotebookKernel.RunAsync([new(true, "var a = 20;"), new(false, "Text"), new(true, "Console.Write(a);\nConsole.WriteLine(1);")]);

        Assert.Equal([0, 0, 1], run.Cells.Select(cell => cell.Outputs.Count));
        Assert.Equal("201\n", run.Transcript);
    }

    [Fact]
    public async Task RunAsync_UpdatedDisplay_IsShownOnceWithItsLastValue()
    {
        NotebookRun run = await NotebookKernel.RunAsync([new(true, "var shown = \"first\".Display();\nConsole.WriteLine(\"between\");"), new(true, "shown.Update(\"last\");")]);

        Assert.Equal(["last", "between\n"], run.Cells[0].Outputs.Select(output => output.Text));
        Assert.Empty(run.Cells[1].Outputs);
        Assert.Equal("first\nbetween\nlast\n", run.Transcript);
    }

    [Fact]
    public async Task RunAsync_CellThatDoesNotCompile_Throws()
    {
        Task<NotebookRun> run = NotebookKernel.RunAsync([new(true, "var a = b;")]);

        await Assert.ThrowsAsync<CompilationErrorException>(() => run);
    }
}
