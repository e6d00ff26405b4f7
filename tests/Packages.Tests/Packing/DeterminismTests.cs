using MlNetDigits.Tests;

namespace Packages.Tests.Packing;

public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Release_InTwoFolders_IsEqualToTheBit()
    {
        string[] first = await ReleaseIn("eins"), second = await ReleaseIn("ein anderer Ort für zwei");

        Assert.Equal(File.ReadAllBytes(first[0]), File.ReadAllBytes(second[0]));
        Assert.Equal(File.ReadAllBytes(first[1]), File.ReadAllBytes(second[1]));
    }

    /// <summary>Builds the one library that stands alone.</summary>
    private async Task<string[]> ReleaseIn(string name)
    {
        const string Project = "src/MlNetDigits.Networks";
        foreach (string file in (IEnumerable<string>)[.. Directory.GetFiles(Build.Checkout, "Directory.*"), .. Files("build"), .. Directory.GetFiles(Path.Combine(Build.Checkout, "src")), .. Files(Project)])
            Copy(file, _folder.File(name));

        string folder = Path.Combine(_folder.File(name), Project);
        await Command.DotNet(folder, "build", "-c", "Release", "-p:RestoreIgnoreFailedSources=true").RunAsync();
        return [.. ((string[])["dll", "pdb"]).Select(extension => Path.Combine(folder, "bin", "Release", "net10.0", $"MlNetDigits.Networks.{extension}"))];
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Build.Checkout, folder), "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Build.Checkout, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static void Copy(string file, string folder)
    {
        string target = Path.Combine(folder, Path.GetRelativePath(Build.Checkout, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target);
    }
}
