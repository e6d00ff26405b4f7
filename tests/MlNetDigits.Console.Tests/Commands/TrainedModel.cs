namespace MlNetDigits.Console.Tests.Commands;

/// <summary>A tiny network trained once, on few images, for all tests that need one; each class has a copy of its folder.</summary>
public sealed class TrainedModel : IDisposable
{
    private static readonly Lazy<(string Root, Invocation Run)> _training = new(Train);

    public TrainedModel()
    {
        foreach (string file in Directory.GetFiles(_training.Value.Root, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Root, Path.GetRelativePath(_training.Value.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Gets a folder whose artifacts are the trained models.</summary>
    public string WorkingFolder { get; } = Directory.CreateTempSubdirectory("mlnet-digits").FullName;

    public string Root => Path.Combine(WorkingFolder, "artifacts");

    public string Folder => Path.Combine(Root, "tiny");

    internal Invocation Run => _training.Value.Run;

    public void Dispose() => Directory.Delete(WorkingFolder, recursive: true);

    private static (string Root, Invocation Run) Train()
    {
        string root = Directory.CreateTempSubdirectory("mlnet-digits").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return (root, Invocation.RunProcess("image-classification", "--arch", "tiny", "--limit", "2000", "--epochs", "2", "--seed", "7", "-o", root));
    }
}
