namespace MLNet.Tests.Typed;

public sealed class LoadFromEnumerableTests
{
    private readonly MLContext _ml = new();

    private sealed class Mixed
    {
        public int Field = 1;

        [ColumnName("Renamed")]
        public bool Property { get; set; }

        [NoColumn]
        public object Ignored { get; set; }

        public float[] Free { get; set; }

        [VectorType(2, 3)]
        public double[] Fixed { get; set; }
    }

    [Fact]
    public void LoadFromEnumerable_FieldsAndProperties_BecomeColumns()
    {
        var schema = _ml.Data.LoadFromEnumerable<Mixed>([]).Schema;

        Assert.Equal(NumberDataViewType.Int32, schema["Field"].Type);
        Assert.Equal(BooleanDataViewType.Instance, schema["Renamed"].Type);
        Assert.Null(schema.GetColumnOrNull("Ignored"));
        Assert.Equal("Vector<Single>", schema["Free"].Type.ToString());
        Assert.Equal("Vector<Double, 2, 3>", schema["Fixed"].Type.ToString());
    }

    [Fact]
    public void GetRowCount_Collection_IsCount()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(5));

        Assert.Equal(5, data.GetRowCount());
        Assert.False(data.CanShuffle);
    }

    [Fact]
    public void GetRowCount_LazySequence_IsNull()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(5).Where(_ => true));

        Assert.Null(data.GetRowCount());
    }

    [Fact]
    public void GetRowCursor_EachPass_EnumeratesAnew()
    {
        var enumerated = 0;
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(3).Select(row => { enumerated++; return row; }));

        var before = enumerated;
        _ = data.GetColumn<uint>("Digit").Count();
        _ = data.GetColumn<uint>("Digit").Count();

        Assert.Equal((0, 6), (before, enumerated));
    }

    [Fact]
    public void LoadFromEnumerable_SchemaDefinition_ChangesTypes()
    {
        var definition = SchemaDefinition.Create(typeof(Mixed));
        definition["Free"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 2);
        definition["Field"].ColumnName = "Number";

        var schema = _ml.Data.LoadFromEnumerable<Mixed>([], definition).Schema;

        Assert.Equal("Vector<Single, 2>", schema["Free"].Type.ToString());
        Assert.NotNull(schema.GetColumnOrNull("Number"));
    }

    [Fact]
    public void LoadFromEnumerable_DefinitionOfOtherItemType_Throws()
    {
        var definition = SchemaDefinition.Create(typeof(Mixed));
        definition["Free"].ColumnType = new VectorDataViewType(NumberDataViewType.Double, 2);

        Assert.ThrowsAny<ArgumentException>(() => _ml.Data.LoadFromEnumerable<Mixed>([], definition));
    }

    [Fact]
    public void LoadFromEnumerable_DataViewSchema_AddsAnnotations()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.AddPrimitiveValue("IsNormalized", BooleanDataViewType.Instance, true);
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Pixels", new VectorDataViewType(NumberDataViewType.Single, 4), annotations.ToAnnotations());

        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1), builder.ToSchema());

        Assert.True(data.Schema["Pixels"].IsNormalized());
    }

    [Fact]
    public void LoadFromEnumerable_NullStringAndArray_AreEmpty()
    {
        var data = _ml.Data.LoadFromEnumerable([new TextRow()]);

        Assert.Equal([""], data.GetColumn<string>("Text"));
        Assert.Empty(data.GetColumn<string[]>("Words").Single());
    }

    private sealed class TextRow
    {
        public string Text { get; set; }

        public string[] Words { get; set; }
    }
}
