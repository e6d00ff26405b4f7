namespace MLNet.Tests.Schema;

public sealed class DataViewSchemaTests
{
    private static DataViewSchema Twice()
    {
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("A", NumberDataViewType.Single);
        builder.AddColumn("B", TextDataViewType.Instance);
        builder.AddColumn("A", NumberDataViewType.Int32);
        return builder.ToSchema();
    }

    [Fact]
    public void ToSchema_RepeatedName_HidesEarlierColumn()
    {
        var schema = Twice();

        Assert.Equal(3, schema.Count);
        Assert.Equal([true, false, false], schema.Select(column => column.IsHidden));
        Assert.Equal(2, schema["A"].Index);
        Assert.Equal(NumberDataViewType.Int32, schema["A"].Type);
    }

    [Fact]
    public void Item_UnknownName_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Twice()["C"]);
        Assert.Null(Twice().GetColumnOrNull("C"));
    }

    [Fact]
    public void AddColumns_OtherSchema_KeepsAnnotations()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.AddPrimitiveValue("Unit", TextDataViewType.Instance, "grey".AsMemory());
        var source = new DataViewSchema.Builder();
        source.AddColumn("Pixel", NumberDataViewType.Byte, annotations.ToAnnotations());

        var target = new DataViewSchema.Builder();
        target.AddColumns(source.ToSchema());
        var unit = default(ReadOnlyMemory<char>);
        target.ToSchema()["Pixel"].Annotations.GetValue("Unit", ref unit);

        Assert.Equal("grey", unit.ToString());
    }

    [Fact]
    public void Annotations_Builder_SelectsKinds()
    {
        var all = new DataViewSchema.Annotations.Builder();
        all.AddPrimitiveValue("Keep", NumberDataViewType.Int32, 1);
        all.AddPrimitiveValue("Drop", NumberDataViewType.Int32, 2);

        var some = new DataViewSchema.Annotations.Builder();
        some.Add(all.ToAnnotations(), kind => kind == "Keep");

        Assert.Equal(["Keep"], some.ToAnnotations().Schema.Select(column => column.Name));
    }

    [Fact]
    public void GetValue_MissingKind_ThrowsInvalidOperation()
    {
        var value = 0;

        Assert.Throws<InvalidOperationException>(() => DataViewSchema.Annotations.Empty.GetValue("Count", ref value));
    }

    [Fact]
    public void ToString_ColumnWithAnnotations_NamesThem()
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.AddPrimitiveValue("Unit", NumberDataViewType.Int32, 1);
        var builder = new DataViewSchema.Builder();
        builder.AddColumn("Pixel", NumberDataViewType.Byte, annotations.ToAnnotations());

        Assert.Equal("Pixel: Byte {Unit}", builder.ToSchema()["Pixel"].ToString());
        Assert.Equal("3 columns", Twice().ToString());
    }

    [Fact]
    public void GetGetter_OtherType_ThrowsInvalidOperation()
    {
        var builder = new DataViewSchema.Annotations.Builder();
        builder.AddPrimitiveValue("Count", NumberDataViewType.Int32, 1);
        var annotations = builder.ToAnnotations();

        Assert.Throws<InvalidOperationException>(() => annotations.GetGetter<float>(annotations.Schema["Count"]));
    }
}
