namespace MLNet.Tests.Typed;

public sealed class SchemaDefinitionTests
{
    private sealed class Doubled
    {
        [ColumnName("Same")]
        public int First { get; set; }

        [ColumnName("Same")]
        public int Second { get; set; }
    }

    private sealed class Unfit
    {
        public Uri Address { get; set; }
    }

    private sealed class OneWay
    {
        public int Readable => 1;

        public int Both { get; set; }
    }

    [Fact]
    public void Create_RepeatedColumnName_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => SchemaDefinition.Create(typeof(Doubled)));
    }

    [Fact]
    public void Create_UnfitMemberType_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => SchemaDefinition.Create(typeof(Unfit)));
    }

    [Fact]
    public void Create_Direction_SelectsMembers()
    {
        Assert.Equal(["Readable", "Both"], SchemaDefinition.Create(typeof(OneWay), SchemaDefinition.Direction.Read).Select(column => column.MemberName));
        Assert.Equal(["Both"], SchemaDefinition.Create(typeof(OneWay), SchemaDefinition.Direction.Write).Select(column => column.MemberName));
    }

    [Fact]
    public void Item_UnknownColumn_IsNull()
    {
        Assert.Null(SchemaDefinition.Create(typeof(OneWay))["Missing"]);
    }

    [Fact]
    public void AddAnnotation_SameKindTwice_Throws()
    {
        var column = SchemaDefinition.Create(typeof(OneWay))["Both"];
        column.AddAnnotation("Unit", 1, NumberDataViewType.Int32);

        Assert.Throws<InvalidOperationException>(() => column.AddAnnotation("Unit", 2, NumberDataViewType.Int32));
    }
}
