using Microsoft.ML.Transforms;

namespace MLNet.Tests.Transforms;

public sealed class MapValueToKeyTests
{
    private const ValueToKeyMappingEstimator.KeyOrdinality ByValue = ValueToKeyMappingEstimator.KeyOrdinality.ByValue;

    private readonly MLContext _ml = new(seed: 1);

    private sealed class Row
    {
        public uint Digit { get; set; }

        public string Name { get; set; }

        public float Number { get; set; }

        public string[] Words { get; set; } = [];
    }

    private sealed class Value
    {
        public uint Digit { get; set; }
    }

    [Fact]
    public void Fit_Default_NumbersValuesAsTheyOccur()
    {
        var data = Digits(7, 3, 7, 9);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Key", "Digit").Fit(data).Transform(data);

        Assert.Equal([1u, 2u, 1u, 3u], mapped.GetColumn<uint>("Key"));
        Assert.Equal([7u, 3u, 9u], mapped.KeyValues<uint>("Key"));
        Assert.Equal("Key<UInt32, 0-2>", mapped.Schema["Key"].Type.ToString());
    }

    [Fact]
    public void Fit_ByValue_NumbersValuesInTheirOrder()
    {
        var data = Digits(7, 3, 10, 9);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Key", "Digit", keyOrdinality: ByValue).Fit(data).Transform(data);

        Assert.Equal([2u, 1u, 4u, 3u], mapped.GetColumn<uint>("Key"));
        Assert.Equal([3u, 7u, 9u, 10u], mapped.KeyValues<uint>("Key"));
    }

    [Fact]
    public void Fit_TextByValue_ComparesCharacters()
    {
        var data = Names("b", "a", "B", "10", "9");

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Key", "Name", keyOrdinality: ByValue).Fit(data).Transform(data);

        Assert.Equal(["10", "9", "B", "a", "b"], mapped.KeyValues<ReadOnlyMemory<char>>("Key").Select(name => name.ToString()));
    }

    [Fact]
    public void Fit_KeyData_FixesOrderAndCount()
    {
        var keyData = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 10).Select(i => new Value { Digit = (uint)i }));
        var data = Digits(3, 0, 9);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Digit", keyData: keyData).Fit(data).Transform(data);

        Assert.Equal([4u, 1u, 10u], mapped.GetColumn<uint>("Digit"));
        Assert.Equal("Key<UInt32, 0-9>", mapped.Schema["Digit"].Type.ToString());
    }

    [Fact]
    public void Fit_KeyDataByValue_SortsIt()
    {
        var keyData = _ml.Data.LoadFromEnumerable(new[] { new Value { Digit = 9 }, new Value { Digit = 3 } });
        var data = Digits(3, 9);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Key", "Digit", keyOrdinality: ByValue, keyData: keyData).Fit(data).Transform(data);

        Assert.Equal([1u, 2u], mapped.GetColumn<uint>("Key"));
    }

    [Fact]
    public void Fit_KeyDataOfAnotherType_Throws()
    {
        var keyData = _ml.Data.LoadFromEnumerable(new[] { new Value { Digit = 9 } });

        Assert.ThrowsAny<Exception>(() => _ml.Transforms.Conversion.MapValueToKey("Key", "Name", keyData: keyData).Fit(Names("a")).Transform(Names("a")));
    }

    [Fact]
    public void Transform_KeysOfKeys_StandForTheSameValues()
    {
        var data = Digits(7, 3, 7);
        var chain = _ml.Transforms.Conversion.MapValueToKey("First", "Digit").Append(_ml.Transforms.Conversion.MapValueToKey("Second", "First", keyOrdinality: ByValue));

        var mapped = chain.Fit(data).Transform(data);

        Assert.Equal([1u, 2u, 1u], mapped.GetColumn<uint>("Second"));
        Assert.Equal([7u, 3u], mapped.KeyValues<uint>("Second"));
    }

    [Fact]
    public void Fit_KeyDataOfTwoColumns_Throws()
    {
        var keyData = Digits(1);

        Assert.ThrowsAny<ArgumentException>(() => _ml.Transforms.Conversion.MapValueToKey("Digit", keyData: keyData).Fit(Digits(1)));
    }

    [Fact]
    public void Fit_MaximumNumberOfKeys_IgnoresLaterValues()
    {
        var data = Digits(7, 3, 9, 3);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Key", "Digit", maximumNumberOfKeys: 2).Fit(data).Transform(data);

        Assert.Equal([1u, 2u, 0u, 2u], mapped.GetColumn<uint>("Key"));
    }

    [Fact]
    public void Fit_AsText_AnnotatesText()
    {
        var data = Digits(7, 3);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Key", "Digit", addKeyValueAnnotationsAsText: true).Fit(data).Transform(data);

        Assert.True(mapped.Schema["Key"].HasKeyValues(TextDataViewType.Instance));
        Assert.Equal(["7", "3"], mapped.KeyValues<ReadOnlyMemory<char>>("Key").Select(name => name.ToString()));
    }

    [Fact]
    public void Transform_UnseenValue_GivesMissingKey()
    {
        var model = _ml.Transforms.Conversion.MapValueToKey("Key", "Digit").Fit(Digits(7, 3));

        var mapped = model.Transform(Digits(3, 4));

        Assert.Equal([2u, 0u], mapped.GetColumn<uint>("Key"));
    }

    [Fact]
    public void Fit_EmptyTextAndNaN_AreMissing()
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Row { Name = "", Number = float.NaN }, new Row { Name = "a", Number = 2 } });
        var pairs = new[] { new InputOutputColumnPair("NameKey", "Name"), new InputOutputColumnPair("NumberKey", "Number") };

        var mapped = _ml.Transforms.Conversion.MapValueToKey(pairs).Fit(data).Transform(data);

        Assert.Equal([0u, 1u], mapped.GetColumn<uint>("NameKey"));
        Assert.Equal([0u, 1u], mapped.GetColumn<uint>("NumberKey"));
        Assert.Equal(2f, Assert.Single(mapped.KeyValues<float>("NumberKey")));
    }

    [Fact]
    public void Transform_VectorOfText_GivesVectorOfKeys()
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Row { Words = ["x", "y"] }, new Row { Words = ["y"] } });

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Keys", "Words").Fit(data).Transform(data);

        Assert.Equal([[1u, 2u], [2u]], mapped.GetColumn<uint[]>("Keys"));
    }

    [Fact]
    public void Transform_SameName_HidesTheValues()
    {
        var data = Digits(7);

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Digit").Fit(data).Transform(data);

        Assert.Equal([true, false], mapped.Schema.Where(column => column.Name == "Digit").Select(column => column.IsHidden));
        Assert.IsType<KeyDataViewType>(mapped.Schema["Digit"].Type);
    }

    [Fact]
    public void Save_Reloaded_MapsTheSame()
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Row { Name = "b", Digit = 5 }, new Row { Name = "a", Digit = 4 } });
        var pairs = new[] { new InputOutputColumnPair("NameKey", "Name"), new InputOutputColumnPair("DigitKey", "Digit") };
        var model = _ml.Transforms.Conversion.MapValueToKey(pairs, keyOrdinality: ByValue).Fit(data);

        var mapped = model.Reload(data.Schema).Transform(data);

        Assert.Equal([2u, 1u], mapped.GetColumn<uint>("NameKey"));
        Assert.Equal([4u, 5u], mapped.KeyValues<uint>("DigitKey"));
    }

    [Fact]
    public void Fit_MissingColumn_NamesIt()
    {
        var pipeline = new EstimatorChain<ITransformer>().Append(_ml.Transforms.Conversion.MapValueToKey("Key", "Absent"));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(Digits(1)));

        Assert.Contains("Could not find input column 'Absent'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Fit_NoKeysAllowed_Throws(int maximum)
    {
        Assert.ThrowsAny<ArgumentException>(() => _ml.Transforms.Conversion.MapValueToKey("Key", "Digit", maximum).Fit(Digits(1)));
    }

    private IDataView Digits(params uint[] digits) => _ml.Data.LoadFromEnumerable(digits.Select(digit => new Row { Digit = digit }).ToArray());

    private IDataView Names(params string[] names) => _ml.Data.LoadFromEnumerable(names.Select(name => new Row { Name = name }).ToArray());
}
