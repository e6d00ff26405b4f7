namespace MLNet.Tests.BuiltIn;

/// <summary>What the built-in subset promises of binary data beyond the official packages: damage is told as such.</summary>
public sealed class BinaryDataSafetyTests : IDisposable
{
    private readonly MLContext _ml = new();
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("data.idv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadFromBinary_MissingFile_ThrowsFileNotFound()
    {
        Assert.Throws<FileNotFoundException>(() => _ml.Data.LoadFromBinary(Path));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(5000)]
    public void GetRowCursor_TruncatedFile_ThrowsFormat(int bytes)
    {
        using (var stream = File.Create(Path))
            _ml.Data.SaveAsBinary(_ml.Data.LoadFromEnumerable(Drawing.Make(500)), stream);
        File.WriteAllBytes(Path, File.ReadAllBytes(Path)[..bytes]);

        Assert.Throws<FormatException>(() => _ml.Data.LoadFromBinary(Path).GetColumn<float[]>("Pixels").Count());
    }

    [Fact]
    public void GetGetter_InactiveColumn_CannotBeRead()
    {
        using (var stream = File.Create(Path))
            _ml.Data.SaveAsBinary(_ml.Data.LoadFromEnumerable(Drawing.Make(2000)), stream);

        var data = _ml.Data.LoadFromBinary(Path);
        using var cursor = data.GetRowCursor([data.Schema["Digit"]]);

        Assert.False(cursor.IsColumnActive(data.Schema["Pixels"]));
        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<VBuffer<float>>(data.Schema["Pixels"]));
    }
}
