namespace MLNet.Tests.Transforms;

public sealed class MapKeyToValueTests
{
    private readonly MLContext _ml = new(seed: 1);

    private sealed class Row
    {
        public uint Digit { get; set; }

        public string Name { get; set; } = "";

        public float Number { get; set; }

        [VectorType(2)]
        public string[] Pair { get; set; } = ["", ""];
    }

    private sealed class Keyed
    {
        [KeyType(3)]
        public uint Key { get; set; }
    }

    [Fact]
    public void Transform_KeysOfNumbers_GivesNumbers()
    {
        var mapped = RoundTrip("Digit", new Row { Digit = 7 }, new Row { Digit = 3 });

        Assert.Equal([7u, 3u], mapped.GetColumn<uint>("Back"));
        Assert.Equal(NumberDataViewType.UInt32, mapped.Schema["Back"].Type);
    }

    [Fact]
    public void Transform_MissingKeys_GiveDefaultOrNaN()
    {
        var keys = Chain("Digit", "Name", "Number").Fit(Load(new Row { Digit = 7, Name = "a", Number = 1 }));

        var mapped = keys.Transform(Load(new Row { Digit = 8, Name = "b", Number = 2 }));

        Assert.Equal([0u], mapped.GetColumn<uint>("DigitBack"));
        Assert.Equal([""], mapped.GetColumn<string>("NameBack"));
        Assert.Equal([float.NaN], mapped.GetColumn<float>("NumberBack"));
    }

    [Fact]
    public void Transform_VectorOfKeys_GivesVectorOfValues()
    {
        var mapped = RoundTrip("Pair", new Row { Pair = ["x", "y"] }, new Row { Pair = ["y", "z"] });

        Assert.Equal([["x", "y"], ["y", "z"]], mapped.GetColumn<string[]>("Back"));
        Assert.Equal("Vector<String, 2>", mapped.Schema["Back"].Type.ToString());
    }

    [Fact]
    public void Fit_NoKey_Throws()
    {
        var data = Load(new Row());

        Assert.Throws<ArgumentOutOfRangeException>(() => new EstimatorChain<ITransformer>().Append(_ml.Transforms.Conversion.MapKeyToValue("Digit")).Fit(data));
    }

    [Fact]
    public void Fit_KeyWithoutValues_Throws()
    {
        var data = _ml.Data.LoadFromEnumerable([new Keyed()]);

        Assert.Throws<ArgumentOutOfRangeException>(() => new EstimatorChain<ITransformer>().Append(_ml.Transforms.Conversion.MapKeyToValue("Key")).Fit(data));
    }

    [Fact]
    public void Save_Reloaded_MapsTheSame()
    {
        var data = Load(new Row { Digit = 7 }, new Row { Digit = 3 });
        var model = Chain("Digit").Fit(data);

        var mapped = model.Reload(data.Schema).Transform(data);

        Assert.Equal([7u, 3u], mapped.GetColumn<uint>("DigitBack"));
    }

    private EstimatorChain<ITransformer> Chain(params string[] columns)
    {
        var chain = new EstimatorChain<ITransformer>();
        foreach (var column in columns)
        {
            chain = chain.Append<ITransformer>(_ml.Transforms.Conversion.MapValueToKey(column));
            chain = chain.Append<ITransformer>(_ml.Transforms.Conversion.MapKeyToValue(column + "Back", column));
        }
        return chain;
    }

    private IDataView RoundTrip(string column, params Row[] rows)
    {
        var data = Load(rows);
        return _ml.Transforms.Conversion.MapValueToKey("Key", column).Append(_ml.Transforms.Conversion.MapKeyToValue("Back", "Key")).Fit(data).Transform(data);
    }

    private IDataView Load(params Row[] rows) => _ml.Data.LoadFromEnumerable(rows);
}
