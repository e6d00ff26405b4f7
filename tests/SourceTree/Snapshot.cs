namespace MlNetDigits.Sources;

/// <summary>Compares text with a file beside the tests; UPDATE_SNAPSHOTS=1 writes the files anew.</summary>
internal static class Snapshot
{
    private static readonly string _folder = SourceTree.PathOf("tests", typeof(Snapshot).Assembly.GetName().Name!, "Snapshots");

    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    public static void AssertEqual(string name, string text)
    {
        string path = Path.Combine(_folder, name), actual = text.ReplaceLineEndings("\n");
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
