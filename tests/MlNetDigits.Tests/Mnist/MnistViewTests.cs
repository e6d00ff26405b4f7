using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Measuring;
using MlNetDigits.Mnist;

namespace MlNetDigits.Tests.Mnist;

public sealed class MnistViewTests
{
    private static readonly MnistView View = Make(1000);

    [Fact]
    public void Schema_Always_HasPixelsAndLabel()
    {
        Assert.Equal("Vector<Single, 784>", View.Schema["Pixels"].Type.ToString());
        Assert.Equal("Key<UInt32, 0-9>", View.Schema["Label"].Type.ToString());
        Assert.Equal(1000, View.GetRowCount());
        Assert.True(View.CanShuffle);
    }

    [Fact]
    public void GetRowCursor_InOrder_GivesEveryPixelAsFloat()
    {
        using var cursor = View.GetRowCursor(View.Schema);
        var pixels = cursor.GetGetter<VBuffer<float>>(View.Schema["Pixels"]);
        var label = cursor.GetGetter<uint>(View.Schema["Label"]);
        VBuffer<float> values = default;
        uint digit = 0;

        for (var row = 0; cursor.MoveNext(); row++)
        {
            pixels(ref values);
            label(ref digit);

            Assert.Equal(View.Pixels.Slice(row * 784, 784).ToArray().Select(pixel => (float)pixel), values.DenseValues());
            Assert.Equal(((uint)row % 10) + 1, digit);
            Assert.Equal(row, cursor.Position);
        }

        Assert.Equal(999, cursor.Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(40)]
    public void GetRowCursorSet_AnyCount_SharesAllRowsOnce(int count)
    {
        var cursors = View.GetRowCursorSet(View.Schema, count);

        var ids = cursors.SelectMany(Ids).ToArray();

        Assert.Equal(count, cursors.Length);
        Assert.Equal(1000, ids.Length);
        Assert.Equal(1000, ids.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void GetRowCursor_ShuffledWithASeed_IsAPermutationThatRepeats(int seed)
    {
        var first = Ids(View.GetRowCursor(View.Schema, new Random(seed)));
        var second = Ids(View.GetRowCursor(View.Schema, new Random(seed)));

        Assert.Equal(first, second);
        Assert.NotEqual(first, first.Order());
        Assert.Equal(Enumerable.Range(0, 1000).Select(id => (ulong)id), first.Order());
    }

    [Fact]
    public void GetGetter_InactiveColumnOrWrongType_Throws()
    {
        using var cursor = View.GetRowCursor([View.Schema["Label"]]);

        Assert.False(cursor.IsColumnActive(View.Schema["Pixels"]));
        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<VBuffer<float>>(View.Schema["Pixels"]));
        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<float>(View.Schema["Label"]));
    }

    [Fact]
    public void GetPixels_ReusedBuffer_AllocatesNothing()
    {
        using var cursor = View.GetRowCursor(View.Schema);
        var pixels = cursor.GetGetter<VBuffer<float>>(View.Schema["Pixels"]);
        VBuffer<float> values = default;
        cursor.MoveNext();
        pixels(ref values);

        var allocated = Allocation.OfEachRound(() =>
        {
            for (var row = 0; row < 99 && cursor.MoveNext(); row++)
                pixels(ref values);
        });

        Assert.Equal(0, allocated);
        Assert.Equal(990, cursor.Position);
    }

    [Fact]
    public void Constructor_LabelAboveNine_NamesValueAndIndex()
    {
        var error = Assert.Throws<ArgumentException>(() => new MnistView(new byte[784 * 2], [3, 10]));

        Assert.Contains("Label 10 at index 1", error.Message);
    }

    [Fact]
    public void LoadMnist_Checkout_GivesViewsOfTheFullSize()
    {
        var ml = new MLContext();

        var data = ml.Data.LoadMnist(new MnistOptions { Folder = Checkout.Mnist });

        Assert.Equal((60_000, 10_000), (data.Train.GetRowCount(), data.Test.GetRowCount()));
    }

    private static ulong[] Ids(DataViewRowCursor cursor)
    {
        using var _ = cursor;
        var getter = cursor.GetIdGetter();
        var ids = new List<ulong>();
        DataViewRowId id = default;
        while (cursor.MoveNext())
        {
            getter(ref id);
            ids.Add(id.Low);
        }

        return [.. ids];
    }

    private static MnistView Make(int count)
    {
        var pixels = new byte[count * 784];
        new Random(1).NextBytes(pixels);
        return new MnistView(pixels, [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))]);
    }
}
