namespace MlNetDigits.Tests.Code;

/// <summary>Folders of a project reference each other one way only, so that each can be read and changed without those above it.</summary>
public sealed class FolderArrowsTests
{
    private static readonly Dictionary<string, Lazy<FolderGraph>> _graphs = SourceProject.All.ToDictionary(project => project.Name, project => new Lazy<FolderGraph>(() => Read(project)));

    public static TheoryData<string> Projects => [.. SourceProject.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_HaveNoCycle(string name)
    {
        FolderGraph graph = _graphs[name].Value;

        Assert.Null(graph.FindCycle());
    }

    [Theory]
    [InlineData("MlNetDigits.Networks", "Layers", "Kernels")]
    [InlineData("MlNetDigits", "Datasets", "Mnist")]
    [InlineData("MlNetDigits.Insight", "Reports", "Charts")]
    [InlineData("MlNetDigits.Console", "Commands", "Rendering")]
    [InlineData("MlNetDigits.Web", "Endpoints", "Models")]
    public void Read_FoldersOfAProject_FindsWhatIsUsed(string name, string folder, string used)
    {
        FolderGraph graph = _graphs[name].Value;

        Assert.Contains(used, graph.Uses[folder]);
    }

    [Fact]
    public void FindCycle_WayThroughThreeFolders_IsTold()
    {
        (string, string)[] files =
        [
            ("A", "namespace X.A; class One { X.B.Two? Two; }"),
            ("B", "namespace X.B; class Two { void Go() => 1.Far(); static int M() => X.C.Three.Far(1); }"),
            ("C", "using X.A; namespace X.C; static class Three { public static int Far(this int it) => it; static One? One; }"),
        ];

        string? cycle = FolderGraph.Read(files, "X").FindCycle();

        Assert.Equal("A -> B -> C -> A", cycle);
    }

    [Fact]
    public void Read_ExtensionMethod_IsAUseOfItsFolder()
    {
        (string, string)[] files =
        [
            ("A", "using X.B; namespace X.A; class One { int Go() => 1.Far(); }"),
            ("B", "namespace X.B; static class Two { public static int Far(this int it) => it; }"),
            ("", "namespace X; class Root;"),
        ];

        FolderGraph graph = FolderGraph.Read(files, "X");

        Assert.Equal(["B"], graph.Uses["A"]);
        Assert.Null(graph.FindCycle());
    }

    private static FolderGraph Read(SourceProject project) => FolderGraph.Read(project.Files.Select(path => (project.FolderOf(path), File.ReadAllText(path))), project.Name);
}
