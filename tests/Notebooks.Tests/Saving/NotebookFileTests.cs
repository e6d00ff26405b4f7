using Microsoft.DotNet.Interactive.Documents;
using MlNetDigits.Notebooks.Kernel;

namespace MlNetDigits.Notebooks.Saving;

public sealed class NotebookFileTests
{
    [Fact]
    public void Read_WhatWasWritten_GivesCellsAndOutputs()
    {
        InteractiveDocument notebook = Sample();

        InteractiveDocument read = NotebookFile.Read(NotebookFile.Write(notebook));

        Assert.Equal(notebook.Elements.Select(cell => (cell.KernelName, cell.Contents)), read.Elements.Select(cell => (cell.KernelName, cell.Contents)));
        Assert.Equal(["one\ntwo\n", "A picture."], read.Elements[1].Outputs.Select(output => output.Text()));
        Assert.Equal("<svg>\n</svg>\n", read.Elements[1].Outputs[1].Svg());
    }

    [Fact]
    public void Write_WhatWasRead_IsTheSameText()
    {
        string text = NotebookFile.Write(Sample());

        string again = NotebookFile.Write(NotebookFile.Read(text));

        Assert.Equal(text, again);
    }

    private static InteractiveDocument Sample()
    {
        var picture = new DisplayElement(new Dictionary<string, object> { ["image/svg+xml"] = "<svg>\n</svg>\n", ["text/plain"] = "A picture." });
        return new([new("# Title\n\nText.", "markdown"), new("Print();", "csharp", [new TextElement("one\ntwo\n", "stdout"), picture])]);
    }
}
