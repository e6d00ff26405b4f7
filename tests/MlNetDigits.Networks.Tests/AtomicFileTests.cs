namespace MlNetDigits.Networks.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_ExistingFile_IsReplacedAndNothingElseStays()
    {
        File.WriteAllBytes(_folder.File("a"), [9, 9, 9]);

        AtomicFile.Write(_folder.File("a"), stream => stream.Write([1, 2]));

        Assert.Equal([1, 2], File.ReadAllBytes(_folder.File("a")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    /// <summary>The temporary name is longer than file systems allow, so writing fails for every user, root too.</summary>
    [Fact]
    public void Write_TemporaryFileCannotBeMade_LeavesTheOldFile()
    {
        string path = _folder.File(new string('a', 250));
        File.WriteAllBytes(path, [9]);

        Assert.ThrowsAny<IOException>(() => AtomicFile.Write(path, stream => stream.Write([1, 2])));

        Assert.Equal([9], File.ReadAllBytes(path));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_ContentFailsHalfway_LeavesTheOldFileAlone()
    {
        File.WriteAllBytes(_folder.File("a"), [9]);

        Assert.Throws<NotSupportedException>(() => AtomicFile.Write(_folder.File("a"), stream =>
        {
            stream.WriteByte(1);
            throw new NotSupportedException();
        }));

        Assert.Equal([9], File.ReadAllBytes(_folder.File("a")));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_TargetIsAFolder_LeavesNothingBehind()
    {
        Directory.CreateDirectory(_folder.File("a"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder.File("a"), stream => stream.Write([1])));

        Assert.Equal([_folder.File("a")], Directory.GetFileSystemEntries(_folder.Path));
    }
}
