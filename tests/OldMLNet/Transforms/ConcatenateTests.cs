namespace MLNet.Tests.Transforms;

public sealed class ConcatenateTests
{
    private readonly MLContext _ml = new(seed: 1);

    private sealed class Row
    {
        public float A { get; set; }

        public float B { get; set; }

        [VectorType(3)]
        public float[] Vector { get; set; } = [0, 0, 0];

        public float[] Variable { get; set; } = [];

        public int Other { get; set; }

        [KeyType(4)]
        public uint Key { get; set; }
    }

    [Fact]
    public void Transform_ScalarsAndVectors_JoinsInOrder()
    {
        var mapped = Join(["B", "Vector", "A"], new Row { A = 1, B = 2, Vector = [3, 4, 5] });

        Assert.Equal([[2, 3, 4, 5, 1]], mapped.GetColumn<float[]>("Out"));
        Assert.Equal("Vector<Single, 5>", mapped.Schema["Out"].Type.ToString());
    }

    [Fact]
    public void Transform_Scalars_NamesSlotsAfterColumns()
    {
        var mapped = Join(["B", "A"], new Row());

        Assert.Equal(["B", "A"], mapped.SlotNames("Out"));
    }

    [Fact]
    public void Transform_NamedSlots_ArePrefixedByTheColumn()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row()]);

        var mapped = _ml.Transforms.Concatenate("Both", "A", "B").Append(_ml.Transforms.Concatenate("Out", "Both", "Vector", "A")).Fit(data).Transform(data);

        Assert.Equal(["Both.A", "Both.B", "", "", "", "A"], mapped.SlotNames("Out"));
    }

    [Fact]
    public void Transform_VariableVector_GivesVariableVector()
    {
        var mapped = Join(["A", "Variable"], new Row { A = 1, Variable = [2] }, new Row { A = 3 });

        Assert.Equal([[1, 2], [3]], mapped.GetColumn<float[]>("Out"));
        Assert.False(((VectorDataViewType)mapped.Schema["Out"].Type).IsKnownSize);
    }

    [Fact]
    public void Transform_SparseParts_KeepsEveryValue()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row { Key = 2, A = 5 }]);

        var mapped = _ml.Transforms.Conversion.MapKeyToVector("Hot", "Key").Append(_ml.Transforms.Concatenate("Out", "Hot", "A", "Hot")).Fit(data).Transform(data);

        Assert.Equal([[0, 0, 1, 0, 5, 0, 0, 1, 0]], mapped.GetColumn<float[]>("Out"));
    }

    [Fact]
    public void Transform_OneScalar_GivesVectorOfOne()
    {
        var mapped = Join(["A"], new Row { A = 3 });

        Assert.Equal([[3]], mapped.GetColumn<float[]>("Out"));
    }

    [Fact]
    public void Fit_DifferentTypes_Throws()
    {
        var pipeline = new EstimatorChain<ITransformer>().Append(_ml.Transforms.Concatenate("Out", "A", "Other"));

        Assert.ThrowsAny<ArgumentException>(() => pipeline.Fit(_ml.Data.LoadFromEnumerable([new Row()])));
    }

    [Fact]
    public void Save_Reloaded_JoinsTheSame()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row { A = 1, Vector = [2, 3, 4] }]);

        var mapped = _ml.Transforms.Concatenate("Out", "Vector", "A").Fit(data).Reload(data.Schema).Transform(data);

        Assert.Equal([[2, 3, 4, 1]], mapped.GetColumn<float[]>("Out"));
    }

    private IDataView Join(string[] columns, params Row[] rows)
    {
        var data = _ml.Data.LoadFromEnumerable(rows);
        return _ml.Transforms.Concatenate("Out", columns).Fit(data).Transform(data);
    }
}
