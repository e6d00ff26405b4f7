using System.Collections.Immutable;
using Microsoft.ML.Transforms;

namespace MLNet.Tests.Transforms;

public sealed class NormalizeMinMaxTests
{
    private readonly MLContext _ml = new(seed: 1);

    private sealed class Row
    {
        public float Number { get; set; }

        public double Wide { get; set; }

        [VectorType(2)]
        public float[] Vector { get; set; } = [0, 0];

        public float[] Variable { get; set; } = [];

        public int Whole { get; set; }
    }

    [Fact]
    public void Transform_FixZero_DividesByTheLargestMagnitude()
    {
        var mapped = Normalize("Number", true, Numbers(-4, 2, 0));

        Assert.Equal([-1f, 0.5f, 0f], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void Transform_NoFixZero_ScalesToZeroAndOne()
    {
        var mapped = Normalize("Number", false, Numbers(-4, 4, 0));

        Assert.Equal([0f, 1f, 0.5f], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void Transform_Vector_ScalesEachSlot()
    {
        var rows = _ml.Data.LoadFromEnumerable(new[] { new Row { Vector = [1, 8] }, new Row { Vector = [2, 4] } });

        var mapped = Normalize("Vector", true, rows);

        Assert.Equal([[0.5f, 1], [1, 0.5f]], mapped.GetColumn<float[]>("Out"));
        Assert.True(mapped.Schema["Out"].IsNormalized());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Transform_OneValueOnly_GivesZeros(bool fixZero)
    {
        var mapped = Normalize("Number", fixZero, Numbers(3, 3));

        Assert.Equal([0f, 0f], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void Fit_NaN_DoesNotCount()
    {
        var mapped = Normalize("Number", true, Numbers(2, float.NaN, 4));

        Assert.Equal([0.5f, float.NaN, 1f], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void Fit_MaximumExampleCount_StopsThere()
    {
        var data = Numbers(1, 2, 8);

        var mapped = _ml.Transforms.NormalizeMinMax("Out", "Number", maximumExampleCount: 2).Fit(data).Transform(data);

        Assert.Equal([0.5f, 1f, 4f], mapped.GetColumn<float>("Out"));
    }

    [Fact]
    public void GetNormalizerModelParameters_Scalar_GivesScaleAndOffset()
    {
        var model = _ml.Transforms.NormalizeMinMax("Out", "Number", fixZero: false).Fit(Numbers(2, 6));

        var parameters = Assert.IsType<NormalizingTransformer.AffineNormalizerModelParameters<float>>(model.GetNormalizerModelParameters(0));

        Assert.Equal((0.25f, 2f), (parameters.Scale, parameters.Offset));
    }

    [Fact]
    public void GetNormalizerModelParameters_Vector_GivesScales()
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Row { Vector = [2, -4] }, new Row { Vector = [1, 3] } });
        var model = _ml.Transforms.NormalizeMinMax("Vector").Fit(data);

        var parameters = Assert.IsType<NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<float>>>(model.GetNormalizerModelParameters(0));

        Assert.Equal([0.5f, 0.25f], parameters.Scale.ToArray());
    }

    [Fact]
    public void Transform_NamedSlots_KeepTheirNames()
    {
        var data = Numbers(1, 2);

        var mapped = _ml.Transforms.Concatenate("Both", "Number", "Number").Append(_ml.Transforms.NormalizeMinMax("Both")).Fit(data).Transform(data);

        Assert.Equal(["Number", "Number"], mapped.SlotNames("Both"));
    }

    [Fact]
    public void Transform_SparseVector_CountsItsZeros()
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Row { Whole = 4 }, new Row { Whole = 9 } });
        var keys = _ml.Transforms.Conversion.MapValueToKey("Key", "Whole").Append(_ml.Transforms.Conversion.MapKeyToVector("Key"));

        var mapped = keys.Append(_ml.Transforms.NormalizeMinMax("Out", "Key")).Fit(data).Transform(data);

        Assert.Equal([[1, 0], [0, 1]], mapped.GetColumn<float[]>("Out"));
    }

    [Theory]
    [InlineData("Whole")]
    [InlineData("Variable")]
    public void Fit_OtherType_Throws(string column)
    {
        var pipeline = new EstimatorChain<ITransformer>().Append(_ml.Transforms.NormalizeMinMax("Out", column));

        Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(Numbers(1)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Save_Reloaded_ScalesTheSame(bool fixZero)
    {
        var data = _ml.Data.LoadFromEnumerable(new[] { new Row { Vector = [1, 8], Wide = 3 }, new Row { Vector = [2, 4], Wide = 5 } });
        var pairs = new[] { new InputOutputColumnPair("A", "Vector"), new InputOutputColumnPair("B", "Wide") };
        var model = _ml.Transforms.NormalizeMinMax(pairs, fixZero: fixZero).Fit(data);

        var (expected, actual) = (model.Transform(data), model.Reload(data.Schema).Transform(data));

        Assert.Equal(expected.GetColumn<float[]>("A"), actual.GetColumn<float[]>("A"));
        Assert.Equal(fixZero ? [0.6, 1.0] : [0.0, 1.0], actual.GetColumn<double>("B").Select(value => Math.Round(value, 12)));
    }

    private IDataView Normalize(string column, bool fixZero, IDataView data) =>
        _ml.Transforms.NormalizeMinMax("Out", column, fixZero: fixZero).Fit(data).Transform(data);

    private IDataView Numbers(params float[] numbers) => _ml.Data.LoadFromEnumerable(numbers.Select(number => new Row { Number = number }).ToArray());
}
