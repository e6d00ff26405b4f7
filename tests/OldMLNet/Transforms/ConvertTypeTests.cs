using System.Globalization;

namespace MLNet.Tests.Transforms;

public sealed class ConvertTypeTests : IDisposable
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public ConvertTypeTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    private sealed class Row
    {
        public uint Digit { get; set; }

        public int Number { get; set; }

        public float Real { get; set; }

        public bool Flag { get; set; }

        public string Text { get; set; } = "";

        [KeyType(10)]
        public byte Key { get; set; }

        [VectorType(2)]
        public byte[] Bytes { get; set; } = [0, 0];
    }

    [Fact]
    public void Transform_Default_GivesSingle()
    {
        var mapped = Convert("Digit", DataKind.Single, new Row { Digit = 7 });

        Assert.Equal([7f], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void Transform_Vector_ConvertsEachItem()
    {
        var mapped = Convert("Bytes", DataKind.Single, new Row { Bytes = [0, 255] });

        Assert.Equal([[0, 255]], mapped.GetColumn<float[]>("Out"));
        Assert.Equal("Vector<Single, 2>", mapped.Schema["Out"].Type.ToString());
    }

    [Fact]
    public void Transform_TextToSingle_ParsesWhateverTheCulture()
    {
        var mapped = Convert("Text", DataKind.Single, new Row { Text = "1.5" }, new Row { Text = "-2e3" }, new Row { Text = "?" });

        Assert.Equal([1.5f, -2000, float.NaN], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void Transform_TextToUInt32_GivesZeroForOtherText()
    {
        var mapped = Convert("Text", DataKind.UInt32, new Row { Text = "15" }, new Row { Text = "x" });

        Assert.Equal([15u, 0u], mapped.GetColumn<uint>("Out"));
    }

    [Fact]
    public void Transform_NumberToText_WritesItWhateverTheCulture()
    {
        var whole = Convert("Number", DataKind.String, new Row { Number = 42 });
        var real = Convert("Real", DataKind.String, new Row { Real = 1.5f });

        Assert.Equal(["42"], whole.GetColumn<string>("Out"));
        Assert.Equal(["1.5"], real.GetColumn<string>("Out"));
    }

    [Fact]
    public void Transform_NumberAndTruth_ConvertBothWays()
    {
        var truths = Convert("Number", DataKind.Boolean, new Row { Number = 2 }, new Row { Number = 0 });
        var numbers = Convert("Flag", DataKind.Single, new Row { Flag = true }, new Row { Flag = false });

        Assert.Equal([true, false], truths.GetColumn<bool>("Out"));
        Assert.Equal([1f, 0f], numbers.GetColumn<float>("Out"));
    }

    [Fact]
    public void Transform_UnsignedTooLarge_GivesZero()
    {
        var mapped = Convert("Digit", DataKind.Byte, new Row { Digit = 255 }, new Row { Digit = 256 });

        Assert.Equal([(byte)255, (byte)0], mapped.GetColumn<byte>("Out"));
    }

    [Fact]
    public void Transform_KeyToUInt32_StaysKey()
    {
        var mapped = Convert("Key", DataKind.UInt32, new Row { Key = 3 });

        Assert.Equal("Key<UInt32, 0-9>", mapped.Schema["Out"].Type.ToString());
        Assert.Equal([4u], mapped.GetColumn<uint>("Out"));
    }

    [Fact]
    public void Transform_TextToInt32_RefusesOtherText()
    {
        var mapped = Convert("Text", DataKind.Int32, new Row { Text = "-15" }, new Row { Text = "x" });

        var numbers = mapped.GetColumn<int>("Out");

        Assert.Equal(-15, numbers.First());
        Assert.Throws<InvalidOperationException>(() => numbers.Count());
    }

    [Fact]
    public void Transform_KeyWithValues_KeepsThem()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row { Text = "a" }]);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Text").Append(_ml.Transforms.Conversion.ConvertType("Out", "Text", DataKind.Byte)).Fit(data).Transform(data);

        Assert.Equal("Key<Byte, 0-0>", mapped.Schema["Out"].Type.ToString());
        Assert.Equal("a", Assert.Single(mapped.KeyValues<ReadOnlyMemory<char>>("Out")).ToString());
    }

    [Theory]
    [InlineData("Real", DataKind.DateTime)]
    [InlineData("Flag", DataKind.TimeSpan)]
    public void Fit_NoSuchConversion_Throws(string column, DataKind kind)
    {
        var pipeline = new EstimatorChain<ITransformer>().Append(_ml.Transforms.Conversion.ConvertType("Out", column, kind));

        Assert.ThrowsAny<ArgumentException>(() => pipeline.Fit(_ml.Data.LoadFromEnumerable([new Row()])));
    }

    [Fact]
    public void Save_Reloaded_ConvertsTheSame()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row { Digit = 7, Number = -1 }]);
        var pairs = new[] { new InputOutputColumnPair("A", "Digit"), new InputOutputColumnPair("B", "Number") };

        var mapped = _ml.Transforms.Conversion.ConvertType(pairs, DataKind.Double).Fit(data).Reload(data.Schema).Transform(data);

        Assert.Equal([7.0], mapped.GetColumn<double>("A"));
        Assert.Equal([-1.0], mapped.GetColumn<double>("B"));
    }

    private IDataView Convert(string column, DataKind kind, params Row[] rows)
    {
        var data = _ml.Data.LoadFromEnumerable(rows);
        return _ml.Transforms.Conversion.ConvertType("Out", column, kind).Fit(data).Transform(data);
    }
}
