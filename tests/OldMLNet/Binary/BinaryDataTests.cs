namespace MLNet.Tests.Binary;

public sealed class BinaryDataTests
{
    private readonly MLContext _ml = new();

    private sealed class AllTypes
    {
        public sbyte SByte { get; set; } = -1;

        public ulong UInt64 { get; set; } = ulong.MaxValue;

        public double Double { get; set; } = Math.PI;

        public bool Boolean { get; set; } = true;

        public string Text { get; set; } = "Ziffer ½";

        public DateTime Date { get; set; } = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

        public DateTimeOffset Moment { get; set; } = new(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(-3));

        public TimeSpan Span { get; set; } = TimeSpan.FromTicks(42);

        public string[] Words { get; set; } = ["a", "", "c"];

        [VectorType(2)]
        public float[] Vector { get; set; } = [1, float.NaN];
    }

    [Fact]
    public void SaveAsBinary_AllTypes_RoundTrips()
    {
        using var folder = new TemporaryFolder();
        var data = _ml.Data.LoadFromEnumerable([new AllTypes()]);

        Save(data, folder.File("data.idv"));
        var loaded = _ml.Data.LoadFromBinary(folder.File("data.idv"));

        Assert.Equal(data.Schema.Select(column => (column.Name, column.Type)), loaded.Schema.Select(column => (column.Name, column.Type)));
        Assert.Equivalent(new AllTypes(), _ml.Data.CreateEnumerable<AllTypes>(loaded, reuseRowObject: false).Single(), strict: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3000)]
    public void LoadFromBinary_AnyCount_KeepsRowsAndCount(int count)
    {
        using var folder = new TemporaryFolder();
        Save(_ml.Data.LoadFromEnumerable(Drawing.Make(count).Where(_ => true)), folder.File("data.idv"));

        var loaded = _ml.Data.LoadFromBinary(folder.File("data.idv"));

        Assert.Equal(count, loaded.GetRowCount());
        Assert.Equal(Drawing.Make(count).Select(row => row.Writer), loaded.GetColumn<string>("Writer"));
        Assert.Equal(Drawing.Make(count).SelectMany(row => row.Pixels), loaded.GetColumn<float[]>("Pixels").SelectMany(pixels => pixels));
    }

    [Fact]
    public void LoadFromBinary_OtherFile_ThrowsFormat()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("data.idv"), new string('x', 1000));

        Assert.Throws<FormatException>(() => _ml.Data.LoadFromBinary(folder.File("data.idv")));
    }

    private void Save(IDataView data, string path)
    {
        using var stream = File.Create(path);
        _ml.Data.SaveAsBinary(data, stream);
    }
}
