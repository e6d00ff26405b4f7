using MlNetDigits.Notebooks.Kernel;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks.Saving;

public sealed class NotebookFileTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesCellsAndOutputs()
    {
        var picture = CellOutput.Displayed(new Dictionary<string, string> { ["image/svg+xml"] = "<svg>\n</svg>\n", ["text/plain"] = "A picture." });
        var run = new NotebookRun([(new Cell(false, "# Title\n\nText."), []), (new Cell(true, "Print();"), [CellOutput.Printed("one\ntwo\n"), picture])], "");

        var read = NotebookFile.Read(NotebookFile.Write(run));

        Assert.Equal(run.Cells.Select(cell => cell.Cell), read.Select(cell => cell.Cell));
        Assert.Equal(["one\ntwo\n", "A picture."], read[1].Outputs.Select(output => output.Text));
        Assert.Equal("<svg>\n</svg>\n", read[1].Outputs[1].Svg);
    }
}
