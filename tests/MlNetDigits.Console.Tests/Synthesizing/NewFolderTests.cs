using MlNetDigits.Console.Synthesizing;
using MlNetDigits.Tests;

namespace MlNetDigits.Console.Tests.Synthesizing;

public sealed class NewFolderTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Dispose_WithAndWithoutCommit_LeavesAllFilesOrNone(bool isCommitted, int expected)
    {
        using var place = new TemporaryFolder();
        string path = Directory.CreateDirectory(place.File("empty")).FullName;

        using (NewFolder folder = NewFolder.Create(path))
        {
            File.WriteAllText(Path.Combine(folder.Path, "a.txt"), "a");
            if (isCommitted) folder.Commit();
        }

        Assert.Equal([path], Directory.GetFileSystemEntries(place.Path));
        Assert.Equal(expected, Directory.GetFiles(path).Length);
    }
}
