namespace MLNet.Tests.Vectors;

public sealed class VBufferTests
{
    private static VBuffer<float> Sparse => new(6, 2, [10f, 40f], [1, 4]);

    [Fact]
    public void DenseValues_SparseVector_FillsWithDefaults()
    {
        Assert.Equal([0f, 10, 0, 0, 40, 0], Sparse.DenseValues());
        Assert.False(Sparse.IsDense);
    }

    [Fact]
    public void Items_SparseVector_GivesExplicitOnesOrAll()
    {
        Assert.Equal([1, 4], Sparse.Items().Select(item => item.Key));
        Assert.Equal([0, 1, 2, 3, 4, 5], Sparse.Items(all: true).Select(item => item.Key));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(4, 40)]
    [InlineData(5, 0)]
    public void GetItemOrDefault_SparseVector_FindsValue(int index, float expected)
    {
        Assert.Equal(expected, Sparse.GetItemOrDefault(index));
    }

    [Fact]
    public void GetItemOrDefault_BeyondLength_Throws()
    {
        Assert.ThrowsAny<ArgumentException>(() => Sparse.GetItemOrDefault(6));
    }

    [Fact]
    public void CopyTo_SparseRange_ShiftsIndices()
    {
        var target = default(VBuffer<float>);

        Sparse.CopyTo(ref target, 1, 4);

        Assert.Equal(4, target.Length);
        Assert.Equal([10f, 0, 0, 40], target.DenseValues());
    }

    [Fact]
    public void CopyTo_SmallerVector_ReusesMemory()
    {
        var target = new VBuffer<float>(3, new float[3]);
        var source = new VBuffer<float>(2, [7f, 8f]);

        source.CopyTo(ref target);
        var editor = VBufferEditor.CreateFromBuffer(ref target);

        Assert.False(editor.CreatedNewValues);
        Assert.Equal([7f, 8f], target.DenseValues());
    }

    [Fact]
    public void CopyTo_Span_WritesDefaults()
    {
        var target = new float[8];

        Sparse.CopyTo(target, 1, -1f);

        Assert.Equal([0f, -1, 10, -1, -1, 40, -1, 0], target);
    }

    [Fact]
    public void CopyToDense_SparseVector_IsDense()
    {
        var target = default(VBuffer<float>);

        Sparse.CopyToDense(ref target);

        Assert.True(target.IsDense);
        Assert.Equal([0f, 10, 0, 0, 40, 0], target.GetValues().ToArray());
    }

    [Fact]
    public void Copy_PartOfArray_MakesDenseVector()
    {
        var target = default(VBuffer<int>);

        VBuffer<int>.Copy([1, 2, 3, 4], 1, ref target, 2);

        Assert.Equal([2, 3], target.DenseValues());
    }

    [Fact]
    public void CommitTruncated_FewerValues_MakesSparseVector()
    {
        var target = default(VBuffer<float>);
        var editor = VBufferEditor.Create(ref target, 10, 3);
        (editor.Values[0], editor.Indices[0]) = (5f, 7);

        target = editor.CommitTruncated(1);

        Assert.Equal(10, target.Length);
        Assert.Equal(5f, target.GetItemOrDefault(7));
        Assert.Equal([7], target.GetIndices().ToArray());
    }
}
