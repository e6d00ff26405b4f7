namespace MlNetDigits.Networks.Tests;

/// <summary>Compares text with a file beside the tests; UPDATE_SNAPSHOTS=1 writes the files anew.</summary>
internal static class Snapshot
{
    public static void AssertEqual(string name, string text)
    {
        string path = Checkout.Folder("tests", "MlNetDigits.Networks.Tests", "Snapshots", name), actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
