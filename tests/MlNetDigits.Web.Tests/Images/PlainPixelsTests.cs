using System.Buffers;
using System.Text;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Images;

namespace MlNetDigits.Web.Tests.Images;

public sealed class PlainPixelsTests
{
    private static readonly int[] Values = [.. Enumerable.Range(0, 784).Select(i => i % 256)];

    [Theory]
    [InlineData("{\"pixels\":[", ",", "]}")]
    [InlineData(" { \"pixels\" : [ ", " ,\n", " ] } \r\n")]
    public void TryRead_WholeNumbers_TakesThem(string start, string between, string end)
    {
        var pixels = new float[784];

        Assert.True(PlainPixels.TryRead(Encoding.UTF8.GetBytes(start + string.Join(between, Values) + end), pixels));

        Assert.Equal(Values, pixels.Select(pixel => (int)pixel));
    }

    [Theory]
    [InlineData("01")]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("00000001")]
    [InlineData("")]
    public void TryRead_AnythingElse_IsLeftToTheReaderOfAnyJson(string number) =>
        Assert.False(PlainPixels.TryRead(Encoding.UTF8.GetBytes("{\"pixels\":[" + string.Join(',', Values.Skip(1)) + "," + number + "]}"), new float[784]));

    [Theory]
    [InlineData("{\"other\":[1,{\"pixels\":2}],\"pixels\":[{0}],\"more\":null}")]
    [InlineData("{\"pixels\":[{0}]}")]
    public void Read_InPieces_GivesTheSame(string form)
    {
        var bytes = Encoding.UTF8.GetBytes(form.Replace("{0}", string.Join(',', Values)));
        var pixels = new float[784];

        PixelJson.Read(Pieces(bytes, 100), pixels);

        Assert.Equal(Values, pixels.Select(pixel => (int)pixel));
    }

    [Fact]
    public void Read_Fractions_AreKept()
    {
        var pixels = new float[784];

        PixelJson.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes("{\"pixels\":[" + string.Join(',', Enumerable.Repeat("2.5e1", 784)) + "]}")), pixels);

        Assert.All(pixels, pixel => Assert.Equal(25, pixel));
    }

    [Theory]
    [InlineData("{\"pixels\":[{0}],\"pixels\":[{0}]}", "twice")]
    [InlineData("{\"pixels\":[{0}]} 1", "after")]
    [InlineData("{\"pixels\":[{0},1]}", "more than 784")]
    public void Read_OtherText_IsRefused(string form, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(form.Replace("{0}", string.Join(',', Values)));

        var error = Assert.Throws<RequestException>(() => PixelJson.Read(new ReadOnlySequence<byte>(bytes), new float[784]));

        Assert.Contains(expected, error.Message);
    }

    private static ReadOnlySequence<byte> Pieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, size), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size)
            last = last.Append(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
