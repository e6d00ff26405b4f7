using System.Text.Json;
using System.Xml.Linq;
using Microsoft.DotNet.Interactive.Documents;
using MlNetDigits.Notebooks.Kernel;
using MlNetDigits.Notebooks.Saving;

namespace MlNetDigits.Notebooks;

/// <summary>What a forge shows of the notebooks, without running them.</summary>
public sealed class SavedNotebookTests
{
    private const int MostBytes = 300 * 1024;

    public static TheoryData<string> Names => WalkTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_File_IsSmallAndNamesItsKernel(string name)
    {
        string path = NotebookFile.PathOf(name);

        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));

        Assert.InRange(new FileInfo(path).Length, 1, MostBytes);
        Assert.Equal(4, notebook.RootElement.GetProperty("nbformat").GetInt32());
        Assert.Equal(".net-csharp", notebook.RootElement.GetProperty("metadata").GetProperty("kernelspec").GetProperty("name").GetString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Pictures_NeedNoStyleSheetAndHaveWords(string name)
    {
        InteractiveDocumentOutputElement[] pictures = [.. Outputs(name).Where(output => output.Svg() is not null)];

        foreach (InteractiveDocumentOutputElement picture in pictures)
        {
            XElement svg = XElement.Parse(picture.Svg()!);
            Assert.DoesNotContain("var(", picture.Svg(), StringComparison.Ordinal);
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "style" or "script");
            Assert.NotEmpty(svg.Elements().First(element => element.Name.LocalName == "desc").Value);
            Assert.NotEmpty(picture.Text());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Outputs_TellNothingOfTheMachine(string name)
    {
        string text = string.Concat(Outputs(name).Select(output => output.Text()));

        Assert.NotEmpty(text);
        Assert.DoesNotContain(Path.GetDirectoryName(Checkout.Notebooks)!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Pictures_AreAnnouncedInTheTextAbove(string name)
    {
        string before = "";
        foreach (InteractiveDocumentElement cell in NotebookFile.Load(name).Elements)
        {
            if (cell.Outputs.Exists(output => output.Svg() is not null)) Assert.Contains("*To see: ", before, StringComparison.Ordinal);
            before = cell.Contents;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readme_Table_NamesNotebookAndApp(string name)
    {
        string readme = File.ReadAllText(Path.Combine(Checkout.Notebooks, "README.md"));

        Assert.Contains($"]({name}.ipynb)", readme, StringComparison.Ordinal);
        Assert.Contains($"`dotnet run notebooks/{name}.cs`", readme, StringComparison.Ordinal);
    }

    private static IEnumerable<InteractiveDocumentOutputElement> Outputs(string name) =>
        NotebookFile.Load(name).Elements.SelectMany(cell => cell.Outputs);
}
