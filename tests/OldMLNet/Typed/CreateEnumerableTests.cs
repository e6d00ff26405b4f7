namespace MLNet.Tests.Typed;

public sealed class CreateEnumerableTests
{
    private readonly MLContext _ml = new();

    private sealed class WithExtra
    {
        public uint Digit { get; set; }

        public float Extra { get; set; } = -1;
    }

    private sealed class WrongType
    {
        public float Digit { get; set; }
    }

    internal sealed class Buffers
    {
        public VBuffer<float> Pixels { get; set; }

        public ReadOnlyMemory<char> Writer = default;
    }

    [Fact]
    public void CreateEnumerable_RoundTrip_KeepsAllValues()
    {
        var rows = Drawing.Make(3);

        var result = _ml.Data.CreateEnumerable<Drawing>(_ml.Data.LoadFromEnumerable(rows), reuseRowObject: false).ToArray();

        Assert.Equivalent(rows, result, strict: true);
        Assert.Equal(3, result.Select(row => row.Pixels).Distinct().Count());
    }

    [Fact]
    public void CreateEnumerable_ReusedRow_IsOneObject()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(3));

        var result = _ml.Data.CreateEnumerable<Drawing>(data, reuseRowObject: true).ToArray();

        Assert.Same(result[0], result[2]);
        Assert.Equal("writer 2", result[0].Writer);
    }

    [Fact]
    public void CreateEnumerable_MissingColumn_ThrowsUnlessIgnored()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));

        var ignored = _ml.Data.CreateEnumerable<WithExtra>(data, reuseRowObject: false, ignoreMissingColumns: true).Single();

        Assert.Equal(-1, ignored.Extra);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Data.CreateEnumerable<WithExtra>(data, reuseRowObject: false).ToArray());
    }

    [Fact]
    public void CreateEnumerable_WrongMemberType_ThrowsInvalidOperation()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));

        var error = Assert.Throws<InvalidOperationException>(() => _ml.Data.CreateEnumerable<WrongType>(data, reuseRowObject: false).ToArray());

        Assert.Contains("Can't bind the IDataView column 'Digit'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateEnumerable_BufferMembers_OwnTheirMemory()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));

        var result = _ml.Data.CreateEnumerable<Buffers>(data, reuseRowObject: false).ToArray();

        Assert.Equal([0f, 1, 2, 3], result[0].Pixels.DenseValues());
        Assert.Equal([4f, 5, 6, 7], result[1].Pixels.DenseValues());
        Assert.Equal("writer 1", result[1].Writer.ToString());
    }
}
