using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Pipelines;

public sealed class NormalizePixelsTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void NormalizePixels_RealDigits_DividesBy255()
    {
        var digits = Sample.Test(40);

        IDataView normalized = _ml.Transforms.NormalizePixels().Fit(digits).Transform(digits);

        float[][] features = Sample.Scores(normalized, "Features");
        Assert.Equal(digits.Pixels.ToArray().Select(pixel => pixel / 255f), features.SelectMany(image => image));
        Assert.Equal("Vector<Single, 1, 1, 28, 28>", normalized.Schema["Features"].Type.ToString());
    }

    [Fact]
    public void NormalizePixels_OtherNamesAndSize_ReadsAndMakesThem()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(new[] { new Small { Raw = [0, 51, 102, 153, 204, 255] } });

        IDataView normalized = _ml.Transforms.NormalizePixels("Ink", "Raw", height: 2, width: 3).Fit(data).Transform(data);

        float[] ink = Assert.Single(Sample.Scores(normalized, "Ink"));
        Assert.Equal([0, 0.2f, 0.4f, 0.6f, 0.8f, 1], ink);
    }

    [Fact]
    public void NormalizePixels_EqualNames_ThrowsNamingThem()
    {
        var error = Assert.Throws<ArgumentException>(() => _ml.Transforms.NormalizePixels("Pixels"));

        Assert.Contains("both 'Pixels'", error.Message);
    }

    [Theory]
    [InlineData(0, 28)]
    [InlineData(28, -1)]
    public void NormalizePixels_NoHeightOrWidth_Throws(int height, int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.NormalizePixels(height: height, width: width));

    [Fact]
    public void Fit_NoPixels_NamesTheColumn()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.Transforms.NormalizePixels(inputColumnName: "Drawing").Fit(Sample.Test(1)));

        Assert.Contains("'Drawing'", error.Message);
    }

    private sealed class Small
    {
        [VectorType(6)]
        public float[] Raw { get; set; } = [];
    }
}
