namespace MlNetDigits.Console.Tests.Commands;

/// <summary>A tiny network trained once, on few images, for all tests that need one.</summary>
public sealed class TrainedModel : IDisposable
{
    public TrainedModel() =>
        Run = Invocation.Run("image-classification", "--arch", "tiny", "--limit", "2000", "--epochs", "2", "--seed", "7", "-o", Root);

    /// <summary>Gets a folder whose artifacts are the trained models.</summary>
    public string WorkingFolder { get; } = Directory.CreateTempSubdirectory("mlnet-digits").FullName;

    public string Root => Path.Combine(WorkingFolder, "artifacts");

    public string Folder => Path.Combine(Root, "tiny");

    internal Invocation Run { get; }

    public void Dispose() => Directory.Delete(WorkingFolder, recursive: true);
}
