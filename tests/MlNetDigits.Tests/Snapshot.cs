namespace MlNetDigits.Tests;

/// <summary>Compares text with a file beside the tests; UPDATE_SNAPSHOTS=1 writes the files anew.</summary>
internal static class Snapshot
{
    private static readonly string _folder = Path.GetFullPath(Path.Combine(Mnist.Checkout.Mnist, "..", "..", "tests", "MlNetDigits.Tests", "Snapshots"));

    public static void AssertEqual(string name, string text)
    {
        string path = Path.Combine(_folder, name), actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
