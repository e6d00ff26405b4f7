namespace MLNet.Tests.Typed;

public sealed class KeyMemberTests
{
    private readonly MLContext _ml = new();

    private sealed class Labelled
    {
        [KeyType(5)]
        public uint Label { get; set; }
    }

    private sealed class Plain
    {
        public uint Label { get; set; }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 4)]
    [InlineData(4, 5)]
    [InlineData(5, 0)]
    [InlineData(uint.MaxValue, 0)]
    public void LoadFromEnumerable_KeyMember_ShiftsToRawKey(uint value, uint raw)
    {
        var data = _ml.Data.LoadFromEnumerable([new Labelled { Label = value }]);

        Assert.Equal("Key<UInt32, 0-4>", data.Schema["Label"].Type.ToString());
        Assert.Equal([raw], data.GetColumn<uint>("Label"));
    }

    [Fact]
    public void CreateEnumerable_KeyColumn_GivesRawKeyWithOrWithoutAttribute()
    {
        var data = _ml.Data.LoadFromEnumerable([new Labelled { Label = 3 }]);

        var plain = _ml.Data.CreateEnumerable<Plain>(data, reuseRowObject: false).Single();
        var labelled = _ml.Data.CreateEnumerable<Labelled>(data, reuseRowObject: false).Single();

        Assert.Equal((4u, 4u), (plain.Label, labelled.Label));
    }

    [Fact]
    public void SchemaDefinition_KeyTypeOnSignedInteger_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => SchemaDefinition.Create(typeof(SignedKey)));
    }

    private sealed class SignedKey
    {
        [KeyType(5)]
        public int Label { get; set; }
    }
}
