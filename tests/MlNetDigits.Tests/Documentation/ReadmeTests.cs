namespace MlNetDigits.Tests.Documentation;

public sealed class ReadmeTests
{
    [Fact]
    public void Readme_Example_IsTheCompiledOne()
    {
        string root = RepositoryRoot();
        string source = File.ReadAllText(Path.Combine(root, "tests/MlNetDigits.Tests/Documentation/ReadmeExample.cs"));

        string readme = File.ReadAllText(Path.Combine(root, "README.md"));

        Assert.Contains($"```csharp\n{Example(source)}\n```", readme.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Example(string source)
    {
        string[] lines = source.ReplaceLineEndings("\n").Split('\n');
        int begin = Array.FindIndex(lines, line => line.Trim() == "// <example>"), end = Array.FindIndex(lines, line => line.Trim() == "// </example>");
        return string.Join('\n', lines[(begin + 1)..end].Select(line => line.Length == 0 ? line : line[8..]));
    }

    private static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlNetDigits.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
