namespace MLNet.Tests.Transforms;

public sealed class MapKeyToVectorTests
{
    private readonly MLContext _ml = new(seed: 1);

    private sealed class Row
    {
        [KeyType(3)]
        public uint Key { get; set; }

        [KeyType(3), VectorType(2)]
        public uint[] Pair { get; set; } = [0, 0];

        [KeyType(2)]
        public uint[] Many { get; set; } = [];

        public string Name { get; set; } = "";

        [VectorType(2)]
        public string[] Words { get; set; } = ["", ""];
    }

    [Fact]
    public void Transform_Key_GivesOneHotVector()
    {
        var data = Load(new Row { Key = 0 }, new Row { Key = 2 });

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Vector", "Key").Fit(data).Transform(data);

        Assert.Equal([[1, 0, 0], [0, 0, 1]], mapped.GetColumn<float[]>("Vector"));
        Assert.Equal("Vector<Single, 3>", mapped.Schema["Vector"].Type.ToString());
    }

    [Fact]
    public void Transform_MissingKey_GivesZeros()
    {
        var data = Load(new Row { Key = 3 });

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Vector", "Key").Fit(data).Transform(data);

        Assert.Equal([[0, 0, 0]], mapped.GetColumn<float[]>("Vector"));
    }

    [Fact]
    public void Transform_VectorOfKeys_GivesOneVectorPerKey()
    {
        var data = Load(new Row { Pair = [1, 2] }, new Row { Pair = [3, 0] });

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Vectors", "Pair").Fit(data).Transform(data);

        Assert.Equal([[0, 1, 0, 0, 0, 1], [0, 0, 0, 1, 0, 0]], mapped.GetColumn<float[]>("Vectors"));
        Assert.Equal("Vector<Single, 2, 3>", mapped.Schema["Vectors"].Type.ToString());
    }

    [Fact]
    public void Transform_OutputCountVector_CountsKeys()
    {
        var data = Load(new Row { Pair = [1, 1] }, new Row { Pair = [2, 0] });

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Counts", "Pair", outputCountVector: true).Fit(data).Transform(data);

        Assert.Equal([[0, 2, 0], [1, 0, 1]], mapped.GetColumn<float[]>("Counts"));
        Assert.Equal("Vector<Single, 3>", mapped.Schema["Counts"].Type.ToString());
    }

    [Fact]
    public void Transform_VariableVectorOfKeys_GivesVectorsOfItsLength()
    {
        var data = Load(new Row { Many = [1] }, new Row { Many = [0, 1] });

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Vectors", "Many").Fit(data).Transform(data);

        Assert.Equal([[0, 1], [1, 0, 0, 1]], mapped.GetColumn<float[]>("Vectors"));
        Assert.False(((VectorDataViewType)mapped.Schema["Vectors"].Type).IsKnownSize);
    }

    [Fact]
    public void Transform_KeysOfText_NamesTheSlots()
    {
        var data = Load(new Row { Name = "zero" }, new Row { Name = "one" });

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Name").Append(_ml.Transforms.Conversion.MapKeyToVector("Vector", "Name")).Fit(data).Transform(data);

        Assert.Equal(["zero", "one"], mapped.SlotNames("Vector"));
        Assert.True(mapped.Schema["Vector"].IsNormalized());
    }

    [Fact]
    public void Transform_VectorOfTextKeys_NamesSlotsByPlaceAndKey()
    {
        var data = Load(new Row { Words = ["a", "b"] });

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Words").Append(_ml.Transforms.Conversion.MapKeyToVector("Words")).Fit(data).Transform(data);

        Assert.Equal(["[0].a", "[0].b", "[1].a", "[1].b"], mapped.SlotNames("Words"));
    }

    [Fact]
    public void Transform_KeysOfNumbers_LeavesSlotsUnnamed()
    {
        var data = Load(new Row { Key = 1 });

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Vector", "Key").Fit(data).Transform(data);

        Assert.False(mapped.Schema["Vector"].HasSlotNames());
    }

    [Fact]
    public void Fit_NoKey_Throws()
    {
        var pipeline = new EstimatorChain<ITransformer>().Append(_ml.Transforms.Conversion.MapKeyToVector("Vector", "Name"));

        Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(Load(new Row())));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Save_Reloaded_MapsTheSame(bool outputCountVector)
    {
        var data = Load(new Row { Pair = [1, 1] });
        var model = _ml.Transforms.Conversion.MapKeyToVector("Vector", "Pair", outputCountVector).Fit(data);

        var mapped = model.Reload(data.Schema).Transform(data);

        Assert.Equal(model.Transform(data).GetColumn<float[]>("Vector"), mapped.GetColumn<float[]>("Vector"));
        Assert.Equal(outputCountVector ? 3 : 6, mapped.GetColumn<float[]>("Vector").Single().Length);
    }

    private IDataView Load(params Row[] rows) => _ml.Data.LoadFromEnumerable(rows);
}
