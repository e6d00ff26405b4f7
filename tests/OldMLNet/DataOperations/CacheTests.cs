namespace MLNet.Tests.DataOperations;

public sealed class CacheTests
{
    private readonly MLContext _ml = new(seed: 5);
    private int _read;

    [Fact]
    public void Cache_SecondPass_DoesNotReadTheSource()
    {
        var cached = _ml.Data.Cache(Lazy(20));

        var (first, second) = (Numbered.In(cached), Numbered.In(cached));

        Assert.Equal(Enumerable.Range(0, 20), first);
        Assert.Equal(first, second);
        Assert.Equal(20, _read);
    }

    [Fact]
    public void Cache_BeforeFirstPass_ReadsNothing()
    {
        _ml.Data.Cache(Lazy(20));

        Assert.Equal(0, _read);
    }

    [Fact]
    public void Cache_ColumnsOneByOne_AreReadOncePerColumn()
    {
        var cached = _ml.Data.Cache(Lazy(20));

        Numbered.In(cached);
        var groups = cached.GetColumn<string>("Group").ToArray();
        Numbered.In(cached);

        Assert.Equal("group 6", groups[19]);
        Assert.Equal(40, _read);
    }

    [Fact]
    public void Cache_Prefetch_ReadsColumnsTogether()
    {
        var cached = _ml.Data.Cache(Lazy(20), "Number", "Group", "Pair");

        Numbered.In(cached);
        var pairs = cached.GetColumn<float[]>("Pair").ToArray();
        _ = cached.GetColumn<string>("Group").Count();

        Assert.Equal([19f, -19f], pairs[19]);
        Assert.Equal(20, _read);
    }

    [Fact]
    public void Cache_RowCount_IsKnownAfterAPass()
    {
        var cached = _ml.Data.Cache(Lazy(20));

        Numbered.In(cached);

        Assert.Equal(20, cached.GetRowCount());
    }

    [Fact]
    public void Cache_CursorWithRandom1_GivesRowsInAnotherOrder()
    {
        var cached = _ml.Data.Cache(Lazy(20));
        var column = cached.Schema["Number"];
        using var cursor = cached.GetRowCursor([column], new Random(1));
        var getter = cursor.GetGetter<int>(column);
        var numbers = new List<int>();

        for (var number = 0; cursor.MoveNext(); numbers.Add(number))
            getter(ref number);

        Assert.True(cached.CanShuffle);
        Assert.NotEqual(Enumerable.Range(0, 20), numbers);
        Assert.Equal(Enumerable.Range(0, 20), numbers.Order());
    }

    [Fact]
    public void Cache_FourThreads_SeeAllRows()
    {
        var cached = _ml.Data.Cache(Lazy(2000));

        var sums = Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Numbered.In(cached).Sum()).ToArray();

        Assert.All(sums, sum => Assert.Equal(1999 * 1000, sum));
        Assert.Equal(2000, _read);
    }

    [Fact]
    public void Cache_MissingPrefetchColumn_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.Cache(Lazy(1), "Absent"));
    }

    [Fact]
    public void AppendCacheCheckpoint_TwoTrainers_ReadTheSourceOnce()
    {
        var data = Lazy(10);
        var chain = _ml.Transforms.CopyColumns("Copy", "Value").AppendCacheCheckpoint(_ml)
            .Append(_ml.Transforms.NormalizeMinMax("First", "Copy"))
            .Append(_ml.Transforms.NormalizeMinMax("Second", "Copy"));

        chain.Fit(data);

        Assert.Equal(10, _read);
    }

    private IDataView Lazy(int count) => _ml.Data.LoadFromEnumerable(Numbered.Make(count).Select(row =>
    {
        Interlocked.Increment(ref _read);
        return row;
    }));
}
