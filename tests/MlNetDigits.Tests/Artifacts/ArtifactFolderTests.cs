using MlNetDigits.Artifacts;

namespace MlNetDigits.Tests.Artifacts;

public sealed class ArtifactFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("artifacts").FullName;

    private string Target => Path.Combine(_root, "new", "digits");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Commit_StagedFiles_ReplacesThemAndLeavesNothingElse()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "a"), "old");

        using (ArtifactFolder folder = ArtifactFolder.Open(Target))
        {
            folder.Stage("a", path => File.WriteAllText(path, "new"));
            folder.Stage("b", path => File.WriteAllText(path, "other"));
            folder.Commit();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "a")));
        Assert.Equal(["a", "b"], Directory.GetFileSystemEntries(Target).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Dispose_NothingCommitted_RemovesTheFoldersItCreated()
    {
        ArtifactFolder.Open(Target).Dispose();

        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void Dispose_NothingCommitted_KeepsAnEmptyFolderThatWasThere()
    {
        Directory.CreateDirectory(Target);

        ArtifactFolder.Open(Target).Dispose();

        Assert.True(Directory.Exists(Target));
    }

    [Fact]
    public void Commit_FilesInAFolder_ReplacesThemOneByOne()
    {
        Directory.CreateDirectory(Path.Combine(Target, "pictures"));
        File.WriteAllText(Path.Combine(Target, "pictures", "mine"), "kept");

        using (ArtifactFolder folder = ArtifactFolder.Open(Target))
        {
            folder.Stage("pictures/a", path => File.WriteAllText(path, "new"));
            folder.Commit();
        }

        Assert.Equal("new", File.ReadAllText(Path.Combine(Target, "pictures", "a")));
        Assert.Equal("kept", File.ReadAllText(Path.Combine(Target, "pictures", "mine")));
        Assert.Single(Directory.GetFileSystemEntries(Target));
    }

    [Fact]
    public void Stage_WriteFails_KeepsTheOldFileAndNamesIt()
    {
        Directory.CreateDirectory(Target);
        string file = Path.Combine(Target, "a");
        File.WriteAllText(file, "old");

        using (ArtifactFolder folder = ArtifactFolder.Open(Target))
        {
            var error = Assert.Throws<IOException>(() => folder.Stage("a", path =>
            {
                File.WriteAllText(path, "half");
                throw new IOException("No space left on device.");
            }));
            Assert.Contains(file, error.Message);
        }

        Assert.Equal("old", File.ReadAllText(file));
        Assert.Single(Directory.GetFileSystemEntries(Target));
    }

    [Fact]
    public void Dispose_WithoutCommit_KeepsTheOldFile()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "a"), "old");

        using (ArtifactFolder folder = ArtifactFolder.Open(Target))
            folder.Stage("a", path => File.WriteAllText(path, "new"));

        Assert.Equal("old", File.ReadAllText(Path.Combine(Target, "a")));
    }

    [Fact]
    public void Open_LeftoversOfAKilledProcess_AreRemoved()
    {
        Directory.CreateDirectory(Path.Combine(Target, $".writing-{int.MaxValue}"));
        Directory.CreateDirectory(Path.Combine(Target, ".writing-mine"));

        ArtifactFolder.Open(Target).Dispose();

        Assert.Equal([".writing-mine"], Directory.GetFileSystemEntries(Target).Select(Path.GetFileName));
    }

    [Fact]
    public void Open_FolderIsAFile_NamesIt()
    {
        string file = Path.Combine(_root, "file");
        File.WriteAllText(file, "");

        var error = Assert.Throws<IOException>(() => ArtifactFolder.Open(file));

        Assert.Contains(file, error.Message);
    }

    [Fact]
    public void Open_ReadOnlyDevice_NamesTheFolder()
    {
        if (!Directory.Exists("/proc/self"))
            return;

        var error = Assert.Throws<IOException>(() => ArtifactFolder.Open("/proc/self/digits"));

        Assert.Contains("/proc/self/digits", error.Message);
    }
}
