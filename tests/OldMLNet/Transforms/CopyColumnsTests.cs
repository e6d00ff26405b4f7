namespace MLNet.Tests.Transforms;

public sealed class CopyColumnsTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Transform_Key_CopiesTypeValuesAndAnnotations()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(3));

        var mapped = _ml.Transforms.Conversion.MapValueToKey("Digit").Append(_ml.Transforms.CopyColumns("Label", "Digit")).Fit(data).Transform(data);

        Assert.Equal([1u, 2u, 3u], mapped.GetColumn<uint>("Label"));
        Assert.Equal([0u, 1u, 2u], mapped.KeyValues<uint>("Label"));
        Assert.Equal(mapped.Schema["Digit"].Type, mapped.Schema["Label"].Type);
    }

    [Fact]
    public void Transform_View_KeepsRowCount()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(3));

        var mapped = _ml.Transforms.CopyColumns("Copy", "Pixels").Fit(data).Transform(data);

        Assert.Equal(3, mapped.GetRowCount());
    }

    [Fact]
    public void Save_Reloaded_CopiesTheSame()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(2));

        var mapped = _ml.Transforms.CopyColumns("Copy", "Pixels").Fit(data).Reload(data.Schema).Transform(data);

        Assert.Equal(data.GetColumn<float[]>("Pixels"), mapped.GetColumn<float[]>("Copy"));
    }

    [Fact]
    public void Fit_MissingColumn_NamesIt()
    {
        var data = _ml.Data.LoadFromEnumerable(Drawing.Make(1));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.CopyColumns("Copy", "Absent").Fit(data));

        Assert.Contains("'Absent'", error.Message, StringComparison.Ordinal);
    }
}
