namespace MLNet.Tests.Typed;

public sealed class GetColumnTests
{
    private static readonly IDataView _data = new MLContext().Data.LoadFromEnumerable(Drawing.Make(2));

    [Fact]
    public void GetColumn_Vector_GivesArraysOfTheirOwn()
    {
        var arrays = _data.GetColumn<float[]>("Pixels").ToArray();

        Assert.Equal([0f, 1, 2, 3], arrays[0]);
        Assert.Equal([4f, 5, 6, 7], arrays[1]);
    }

    [Fact]
    public void GetColumn_RawType_GivesBuffersOfTheirOwn()
    {
        var buffers = _data.GetColumn<VBuffer<float>>(_data.Schema["Pixels"]).ToArray();

        Assert.Equal(0f, buffers[0].GetItemOrDefault(0));
        Assert.Equal(4f, buffers[1].GetItemOrDefault(0));
    }

    [Fact]
    public void GetColumn_Text_GivesStringsOrMemory()
    {
        Assert.Equal(["writer 0", "writer 1"], _data.GetColumn<string>("Writer"));
        Assert.Equal(["writer 0", "writer 1"], _data.GetColumn<ReadOnlyMemory<char>>("Writer").Select(text => text.ToString()));
    }

    [Fact]
    public void GetColumn_OtherType_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => _data.GetColumn<double>("Digit").ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => _data.GetColumn<uint>("Digits").ToArray());
    }
}
