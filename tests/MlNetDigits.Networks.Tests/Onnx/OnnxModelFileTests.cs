using MlNetDigits.Networks.Onnx;

namespace MlNetDigits.Networks.Tests.Onnx;

public sealed class OnnxModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onnx-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_OfSaved_GivesTheModel()
    {
        var path = Path.Combine(_folder, "a.onnx");

        Models.Everything().Save(path);

        Assert.Equal(Models.Everything().ToBytes(), OnnxModel.Load(path).ToBytes());
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Save_OverAFile_ReplacesIt()
    {
        var path = Path.Combine(_folder, "a.onnx");
        File.WriteAllText(path, new string('x', 10_000));

        Models.Scale(2).Save(path);

        Assert.Equal(Models.Scale(2).ToBytes(), File.ReadAllBytes(path));
    }

    [Fact]
    public void Save_WhereAFolderStands_ThrowsAndLeavesNothing()
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder, "a.onnx")).FullName;

        Assert.ThrowsAny<Exception>(() => Models.Scale(2).Save(path));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Save_IntoMissingFolder_ThrowsDirectoryNotFound() =>
        Assert.Throws<DirectoryNotFoundException>(() => Models.Scale(2).Save(Path.Combine(_folder, "none", "a.onnx")));

    [Fact]
    public void Load_MissingFile_ThrowsFileNotFound() =>
        Assert.Throws<FileNotFoundException>(() => OnnxModel.Load(Path.Combine(_folder, "none.onnx")));

    [Fact]
    public void Load_DamagedFile_NamesIt()
    {
        var path = Path.Combine(_folder, "cut.onnx");
        File.WriteAllBytes(path, Models.Scale(2).ToBytes()[..40]);

        var error = Assert.Throws<InvalidDataException>(() => OnnxModel.Load(path));

        Assert.Contains(path, error.Message);
    }
}
