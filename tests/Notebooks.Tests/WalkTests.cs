using MlNetDigits.Notebooks.Kernel;
using MlNetDigits.Notebooks.Saving;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks;

/// <summary>Runs every walk as a notebook and as an app.</summary>
public sealed class WalkTests
{
    public static TheoryData<string> Names => [.. Checkout.Walks];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Walk_AsNotebookAndAsApp_PrintsTheSame(string name)
    {
        Task<string> app = AppRun.RunAsync(name);

        NotebookRun notebook = await NotebookKernel.RunAsync(SavedCells(name));

        Assert.Equal(notebook.Transcript, await app);
        AssertSameOutputs(NotebookFile.Read(File.ReadAllText(NotebookFile.PathOf(name))), notebook.Cells);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Cells_AreThoseOfTheWalk(string name)
    {
        IReadOnlyList<Cell> cells = Walk.Load(name).Cells;

        IReadOnlyList<Cell> saved = SavedCells(name);

        Assert.Equal(cells, saved);
    }

    [Fact]
    public void Notebooks_All_HaveAWalk()
    {
        IEnumerable<string> notebooks = Directory.GetFiles(Checkout.Notebooks, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Equal(Checkout.Walks, notebooks.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<Cell> SavedCells(string name) =>
        [.. NotebookFile.Read(File.ReadAllText(NotebookFile.PathOf(name))).Select(item => item.Cell)];

    /// <summary>Saved outputs tell what a run gives, but for figures, which depend a little on the processor.</summary>
    private static void AssertSameOutputs(IReadOnlyList<(Cell, IReadOnlyList<CellOutput> Outputs)> saved, IReadOnlyList<(Cell, IReadOnlyList<CellOutput> Outputs)> run)
    {
        CellOutput[] expected = [.. saved.SelectMany(cell => cell.Outputs)], actual = [.. run.SelectMany(cell => cell.Outputs)];
        Assert.Equal(saved.Select(cell => cell.Outputs.Count), run.Select(cell => cell.Outputs.Count));
        Assert.Equal(expected.Select(output => Figures.Mask(output.Text)), actual.Select(output => Figures.Mask(output.Text)));
        Assert.Equal(expected.Select(output => output.Svg is not null), actual.Select(output => output.Svg is not null));
    }
}
