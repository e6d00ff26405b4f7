using Microsoft.DotNet.Interactive.Documents;
using MlNetDigits.Notebooks.Kernel;
using MlNetDigits.Notebooks.Saving;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks;

/// <summary>Runs every walk as a notebook and as an app.</summary>
public sealed class WalkTests
{
    /// <summary>The walk that is run from its file; what builds it builds the others too, since all begin with the same directives.</summary>
    private const string FromFile = "01-quick-start";

    public static TheoryData<string> Names => [.. Checkout.Walks];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Walk_AsNotebookAndAsApp_PrintsTheSame(string name)
    {
        Task<string> app = name == FromFile ? AppRun.OfFileAsync(name) : AppRun.OfBuiltAsync(name);

        NotebookRun notebook = await NotebookKernel.RunAsync(NotebookFile.Load(name));

        Assert.Equal(notebook.Transcript, await app);
        AssertSameOutputs(NotebookFile.Load(name), notebook.Document);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Cells_AreThoseOfTheWalk(string name)
    {
        InteractiveDocument walk = Walk.Load(name).Notebook;

        InteractiveDocument saved = NotebookFile.Load(name);

        Assert.Equal(walk.Elements.Select(cell => (cell.KernelName, cell.Contents)), saved.Elements.Select(cell => (cell.KernelName, cell.Contents)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Walk_Directives_AreThoseOfTheWalkRunFromItsFile(string name)
    {
        IReadOnlyList<string> expected = Walk.Load(FromFile).Directives;

        IReadOnlyList<string> directives = Walk.Load(name).Directives;

        Assert.Equal(expected, directives);
    }

    [Fact]
    public void Notebooks_All_HaveAWalk()
    {
        IEnumerable<string> notebooks = Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(Checkout.Walks, notebooks.Order(StringComparer.Ordinal));
    }

    /// <summary>Saved outputs tell what a run gives, but for figures, which depend a little on the processor.</summary>
    private static void AssertSameOutputs(InteractiveDocument saved, InteractiveDocument run)
    {
        InteractiveDocumentOutputElement[] expected = [.. saved.Elements.SelectMany(cell => cell.Outputs)], actual = [.. run.Elements.SelectMany(cell => cell.Outputs)];
        Assert.Equal(saved.Elements.Select(cell => cell.Outputs.Count), run.Elements.Select(cell => cell.Outputs.Count));
        Assert.Equal(expected.Select(output => Figures.Mask(output.Text())), actual.Select(output => Figures.Mask(output.Text())));
        Assert.Equal(expected.Select(output => output.Svg() is not null), actual.Select(output => output.Svg() is not null));
    }
}
