using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;

namespace MlNetDigits.Tests.Mnist;

public sealed class MapDigitLabelTests
{
    private static readonly MnistView View = new(new byte[784 * 3], [9, 0, 4]);

    [Fact]
    public void MapDigitLabel_AnyOrderOfDigits_GivesDigitPlusOne()
    {
        var ml = new MLContext();

        var mapped = ml.Transforms.MapDigitLabel().Fit(View).Transform(View);

        Assert.Equal([10u, 1u, 5u], mapped.GetColumn<uint>("Label"));
        Assert.Equal(10ul, Assert.IsType<KeyDataViewType>(mapped.Schema["Label"].Type).Count);
    }

    [Fact]
    public void MapDigitLabel_KeyValues_AreTheDigitsAsText()
    {
        var ml = new MLContext();
        VBuffer<ReadOnlyMemory<char>> names = default;

        ml.Transforms.MapDigitLabel("Key", "Label").Fit(View).Transform(View).Schema["Key"].GetKeyValues(ref names);

        Assert.Equal("0123456789", string.Concat(names.DenseValues()));
    }
}
