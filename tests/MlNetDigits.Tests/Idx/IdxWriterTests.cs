using MlNetDigits.Idx;

namespace MlNetDigits.Tests.Idx;

public sealed class IdxWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("images")]
    [InlineData("images.gz")]
    public void Write_Images_ReadBackTheSame(string name)
    {
        var path = _folder.File(name);
        var images = new IdxArray([1, 2, 3, 4, 5, 6], 3, 1, 2);

        IdxWriter.Write(path, images);

        var read = IdxReader.ReadImages(path);
        Assert.Equal(images.Data, read.Data);
        Assert.Equal(images.Dimensions, read.Dimensions);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_FolderMissing_LeavesNothing()
    {
        var path = Path.Combine(_folder.File("missing"), "labels");

        Assert.Throws<DirectoryNotFoundException>(() => IdxWriter.Write(path, new IdxArray([1], 1)));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Constructor_WrongProduct_NamesBothNumbers()
    {
        var error = Assert.Throws<ArgumentException>(() => new IdxArray(new byte[5], 2, 3));

        Assert.Contains("2x3 need 6 bytes, but 5", error.Message);
    }

    public void Dispose() => _folder.Dispose();
}
