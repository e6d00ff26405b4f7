namespace MLNet.Tests.Schema;

public sealed class SchemaAnnotationsTests
{
    private sealed class KeyRow
    {
        [KeyType(3)]
        public uint Label { get; set; }

        [VectorType(2)]
        public float[] Score { get; set; }
    }

    private static DataViewSchema Annotated()
    {
        var definition = SchemaDefinition.Create(typeof(KeyRow));
        definition["Label"].AddAnnotation("KeyValues", new VBuffer<uint>(3, [7, 8, 9]), new VectorDataViewType(NumberDataViewType.UInt32, 3));
        definition["Score"].AddAnnotation("SlotNames", new VBuffer<ReadOnlyMemory<char>>(2, ["zero".AsMemory(), "one".AsMemory()]), new VectorDataViewType(TextDataViewType.Instance, 2));
        return new MLContext().Data.LoadFromEnumerable<KeyRow>([], definition).Schema;
    }

    [Fact]
    public void GetKeyValues_AnnotatedKey_GivesValuesInOrder()
    {
        var values = default(VBuffer<uint>);

        Annotated()["Label"].GetKeyValues(ref values);

        Assert.Equal([7u, 8, 9], values.DenseValues());
    }

    [Fact]
    public void GetSlotNames_AnnotatedVector_GivesNames()
    {
        var names = default(VBuffer<ReadOnlyMemory<char>>);

        Annotated()["Score"].GetSlotNames(ref names);

        Assert.Equal(["zero", "one"], names.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void HasKeyValuesHasSlotNames_AnnotatedColumns_TellWhatIsThere()
    {
        var schema = Annotated();

        Assert.True(schema["Label"].HasKeyValues());
        Assert.False(schema["Label"].HasKeyValues(TextDataViewType.Instance));
        Assert.False(schema["Score"].HasKeyValues());
        Assert.True(schema["Score"].HasSlotNames());
        Assert.False(schema["Label"].HasSlotNames());
        Assert.False(schema["Score"].IsNormalized());
    }
}
