namespace MLNet.Tests.Rows;

public sealed class CustomViewTests
{
    private readonly MLContext _ml = new();

    [Fact]
    public void Transform_UsersView_ReadsItLazily()
    {
        var view = new CountingView(3);
        var data = _ml.Transforms.CopyColumns("Copy", "Number").Fit(view).Transform(view);

        var askedBefore = view.ColumnsAsked.Count;
        var values = data.GetColumn<long>("Copy").ToArray();

        Assert.Equal(0, askedBefore);
        Assert.Equal([0L, 1, 2], values);
        Assert.Equal(3, data.GetRowCount());
    }

    [Fact]
    public void GetRowCursor_MappedColumn_AsksOnlyForWhatItNeeds()
    {
        var view = new CountingView(3);
        var data = _ml.Transforms.CopyColumns("Copy", "Number").Fit(view).Transform(view);

        using var cursor = data.GetRowCursor([data.Schema["Copy"]]);

        Assert.Equal(["Number"], view.ColumnsAsked);
        Assert.True(cursor.IsColumnActive(data.Schema["Copy"]));
        Assert.False(cursor.IsColumnActive(data.Schema["Unused"]));
    }

    [Fact]
    public void GetGetter_WrongType_ThrowsInvalidOperation()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));
        using var cursor = data.GetRowCursor(data.Schema);

        Assert.Throws<InvalidOperationException>(() => cursor.GetGetter<double>(data.Schema["Digit"]));
    }
}
