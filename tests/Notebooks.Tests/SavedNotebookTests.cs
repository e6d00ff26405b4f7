using System.Text.Json;
using System.Xml.Linq;
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
        CellOutput[] pictures = [.. Outputs(name).Where(output => output.Svg is not null)];

        foreach (CellOutput picture in pictures)
        {
            XElement svg = XElement.Parse(picture.Svg!);
            Assert.DoesNotContain("var(", picture.Svg, StringComparison.Ordinal);
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "style" or "script");
            Assert.NotEmpty(svg.Elements().First(element => element.Name.LocalName == "desc").Value);
            Assert.NotEmpty(picture.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Outputs_TellNothingOfTheMachine(string name)
    {
        string text = string.Concat(Outputs(name).Select(output => output.Text));

        Assert.NotEmpty(text);
        Assert.DoesNotContain(Path.GetDirectoryName(Checkout.Notebooks)!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Pictures_AreAnnouncedInTheTextAbove(string name)
    {
        string before = "";
        foreach ((Walks.Cell cell, IReadOnlyList<CellOutput> outputs) in NotebookFile.Read(File.ReadAllText(NotebookFile.PathOf(name))))
        {
            if (outputs.Any(output => output.Svg is not null)) Assert.Contains("*To see: ", before, StringComparison.Ordinal);
            before = cell.Source;
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

    private static IEnumerable<CellOutput> Outputs(string name) =>
        NotebookFile.Read(File.ReadAllText(NotebookFile.PathOf(name))).SelectMany(cell => cell.Outputs);
}
