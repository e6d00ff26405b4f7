using MlNetDigits.Documentation;

namespace MlNetDigits.Console.Tests.Documentation;

/// <summary>Runs the commands of the README's blocks, one after another.</summary>
public sealed class ReadmeCommandTests
{
    /// <summary>Commands that other tests run, since they build or serve: which do.</summary>
    private static readonly Dictionary<string, string> _elsewhere = new()
    {
        ["dotnet test"] = "this very run",
        ["dotnet pack -c Release"] = "Packages.Tests: Feed",
        ["dotnet tool install --global --add-source artifacts/packages MlNetDigits.Console"] = "Packages.Tests: InstalledTool",
        ["dotnet run notebooks/01-quick-start.cs"] = "Notebooks.Tests: WalkTests",
        ["dotnet run -c Release --project src/MlNetDigits.Web"] = "MlNetDigits.Web.Tests: DrainTests, as a process",
    };

    private static MarkdownPage Readme => MarkdownPage.Load("README.md");

    [Fact]
    public void Commands_OfBlocks_AllSucceed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new ReadmeFolder();

        string[] commands = [.. PageCommands.Lines(Readme).Where(line => !_elsewhere.ContainsKey(line))];
        string[] failed = [.. commands.Select(folder.Run).Where(failure => failure.Length > 0)];

        Assert.NotEmpty(commands);
        Assert.Empty(failed);
        string[] written = [.. Directory.GetFileSystemEntries(Path.Combine(folder.Work, "artifacts", "standard")).Select(path => Path.GetFileName(path))];
        Assert.All(["digits.onnx", "digits.zip", "metrics.json", "history.csv", "report.html", "project"], name => Assert.Contains(name, written));
    }

    [Fact]
    public void Commands_RunElsewhere_AreInTheReadme() => Assert.Superset(_elsewhere.Keys.ToHashSet(), PageCommands.Lines(Readme).ToHashSet());
}
