using MlNetDigits.Documentation;

namespace MlNetDigits.Tests.Documentation.Api;

public sealed class ApiReferenceTests
{
    private static readonly IReadOnlyDictionary<string, string> _pages = ApiReference.Write();

    private static readonly string _folder = SourceTree.PathOf("docs", "api");

    /// <summary>UPDATE_SNAPSHOTS=1 writes the pages anew.</summary>
    [Fact]
    public void ApiReference_Pages_AreThoseOfTheXmlComments()
    {
        if (Snapshot.IsUpdating) Save();

        Assert.Equal(_pages.Keys, Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(_pages, page => Assert.Equal(page.Value, File.ReadAllText(Path.Combine(_folder, page.Key)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void ApiReference_Types_AllHaveASummary()
    {
        string[] empty = [.. _pages.Values.SelectMany(page => page.Split('\n')).Where(line => line.StartsWith("| [", StringComparison.Ordinal) && line.EndsWith("|  |", StringComparison.Ordinal))];

        Assert.Empty(empty);
    }

    private static void Save()
    {
        Directory.CreateDirectory(_folder);
        foreach (string path in Directory.GetFiles(_folder, "*.md")) File.Delete(path);
        foreach ((string name, string text) in _pages) File.WriteAllText(Path.Combine(_folder, name), text);
    }
}
