namespace MLNet.Tests.Types;

public sealed class DataViewTypeTests
{
    public static TheoryData<DataViewType, string> Printed => new()
    {
        { NumberDataViewType.Single, "Single" },
        { TextDataViewType.Instance, "String" },
        { BooleanDataViewType.Instance, "Boolean" },
        { new KeyDataViewType(typeof(uint), 10), "Key<UInt32, 0-9>" },
        { new VectorDataViewType(NumberDataViewType.Single, 784), "Vector<Single, 784>" },
        { new VectorDataViewType(NumberDataViewType.Single), "Vector<Single>" },
        { new VectorDataViewType(NumberDataViewType.Single, 1, 28, 28), "Vector<Single, 1, 28, 28>" },
        { new VectorDataViewType(new KeyDataViewType(typeof(uint), 10), 3), "Vector<Key<UInt32, 0-9>, 3>" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void ToString_AnyType_PrintsAsMlNet(DataViewType type, string expected)
    {
        Assert.Equal(expected, type.ToString());
    }

    [Fact]
    public void Equals_VectorsOfSameDimensions_AreEqual()
    {
        var first = new VectorDataViewType(NumberDataViewType.Single, 28, 28);

        var second = new VectorDataViewType(NumberDataViewType.Single, 28, 28);

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Equals_SameSizeOtherDimensions_AreDifferent()
    {
        var image = new VectorDataViewType(NumberDataViewType.Single, 28, 28);

        var flat = new VectorDataViewType(NumberDataViewType.Single, 784);

        Assert.Equal(image.Size, flat.Size);
        Assert.NotEqual<DataViewType>(image, flat);
    }

    [Fact]
    public void Equals_KeysOfOtherCount_AreDifferent()
    {
        var ten = new KeyDataViewType(typeof(uint), 10);

        var eleven = new KeyDataViewType(typeof(uint), 11);

        Assert.NotEqual<DataViewType>(ten, eleven);
        Assert.Equal<DataViewType>(ten, new KeyDataViewType(typeof(uint), 10UL));
    }

    [Theory]
    [InlineData(typeof(int))]
    [InlineData(typeof(float))]
    [InlineData(typeof(string))]
    public void KeyDataViewType_NoUnsignedInteger_Throws(Type type)
    {
        Assert.False(KeyDataViewType.IsValidDataType(type));
        Assert.ThrowsAny<ArgumentException>(() => new KeyDataViewType(type, 10));
    }

    [Fact]
    public void KeyDataViewType_CountBeyondType_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => new KeyDataViewType(typeof(byte), 256));
        Assert.ThrowsAny<ArgumentException>(() => new KeyDataViewType(typeof(uint), 0));
    }

    [Fact]
    public void Size_UnknownDimension_IsZero()
    {
        var type = new VectorDataViewType(NumberDataViewType.Single, 0, 10);

        Assert.Equal(0, type.Size);
        Assert.False(type.IsKnownSize);
        Assert.Equal(typeof(VBuffer<float>), type.RawType);
    }
}
