using System.IO.Compression;
using MlNetDigits.Idx;

namespace MlNetDigits.Tests.Idx;

public sealed class IdxReaderTests : IDisposable
{
    private static readonly byte[] TwoByThreeByTwo =
        [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_SoundFile_GivesDimensionsAndBytes(bool gzip)
    {
        var path = Save(TwoByThreeByTwo, gzip);

        var images = IdxReader.ReadImages(path);

        Assert.Equal([2, 3, 2], images.Dimensions);
        Assert.Equal(2, images.Count);
        Assert.Equal(TwoByThreeByTwo[16..], images.Data);
    }

    [Fact]
    public void ReadLabels_SoundFile_GivesLabels()
    {
        var path = Save([0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9], gzip: false);

        var labels = IdxReader.ReadLabels(path);

        Assert.Equal([3], labels.Dimensions);
        Assert.Equal([7, 0, 9], labels.Data);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_CutAnywhere_NamesFileAndOffset(bool gzip)
    {
        for (var length = 0; length < TwoByThreeByTwo.Length; length++)
        {
            var path = Save(TwoByThreeByTwo[..length], gzip);

            var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path));

            Assert.Contains(path, error.Message);
            Assert.Contains($"at offset {length} ", error.Message);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_TrailingByte_NamesOffsetOfTheEnd(bool gzip)
    {
        var path = Save([.. TwoByThreeByTwo, 0], gzip);

        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path));

        Assert.Contains("at offset 28 expected the end of the file", error.Message);
    }

    [Fact]
    public void ReadImages_LabelFile_NamesBothMagics()
    {
        var path = Save([0, 0, 8, 1, 0, 0, 0, 1, 5], gzip: false);

        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path));

        Assert.Contains("at offset 0 expected magic 0x00000803", error.Message);
        Assert.Contains("found 0x00000801", error.Message);
    }

    [Theory]
    [InlineData(4, 0xff, "at offset 4 ")]
    [InlineData(8, 0x7f, "at offset 8 ")]
    [InlineData(11, 0, "at offset 8 expected a side of 1 to 65535, found 0")]
    [InlineData(12, 0x10, "at offset 12 ")]
    public void ReadImages_AbsurdDimension_NamesItsOffset(int position, byte value, string expected)
    {
        var bytes = TwoByThreeByTwo.ToArray();
        bytes[position] = value;
        var path = Save(bytes, gzip: false);

        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path));

        Assert.Contains(expected, error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadImages_LyingHeader_AllocatesNoMoreThanTheFileHas(bool gzip)
    {
        byte[] header = [0, 0, 8, 3, 0, 0, 0x40, 0, 0, 0, 0, 0xff, 0, 0, 0, 0xff];
        var path = Save(header, gzip);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void ReadImages_AlteredGzip_IsRefused()
    {
        var path = Save(TwoByThreeByTwo, gzip: true);
        var bytes = File.ReadAllBytes(path);
        bytes[^6] ^= 0xff;
        File.WriteAllBytes(path, bytes);

        var error = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path));

        Assert.Contains("expected intact gzip data", error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private string Save(byte[] bytes, bool gzip)
    {
        var path = _folder.File("digits");
        using Stream file = gzip ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        file.Write(bytes);
        return path;
    }
}
