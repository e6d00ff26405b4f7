using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Networks;
using MlNetDigits.Networks.Training;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class TrainingDataErrorTests
{
    private readonly MLContext _ml = new(1);

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void Fit_PixelNotFinite_NamesRowAndPlace(float value, string text)
    {
        Sample.DigitImage[] images = Sample.Images(Sample.Train(40));
        images[17].Pixels[99] = value;

        var error = Assert.Throws<InvalidOperationException>(() => MappedChain().Fit(_ml.Data.LoadFromEnumerable(images)));

        Assert.Contains($"Value 99 of 'Features' in row 17 is {text}", error.Message);
        Assert.Contains("replace or drop", error.Message);
    }

    [Fact]
    public void Fit_PixelsOfAnotherSize_ThrowsNamingBothSizes()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(new[] { new HundredPixels(), new HundredPixels { Label = 1 } });

        var error = Assert.ThrowsAny<ArgumentException>(() => Sample.Fit(_ml, Sample.Quick, data));

        Assert.Contains("100", error.Message);
        Assert.Contains("28", error.Message);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(0)]
    public void Fit_OneRowOfAnotherLength_Throws(int length)
    {
        Sample.DigitImage[] images = Sample.Images(Sample.Train(40));
        images[17].Pixels = new float[length];

        var error = Assert.ThrowsAny<InvalidOperationException>(() => MappedChain().Fit(_ml.Data.LoadFromEnumerable(images)));

        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Fit_PixelsOfNoSquare_AsksForImageShape() =>
        AssertOutOfRange("50 values, which make no square", "ImageShape", Sample.Quick with { FeatureColumnName = "Fifty" });

    [Fact]
    public void Fit_ImageShapeOfAnotherSize_NamesBothSizes() =>
        AssertOutOfRange("50 values", "6×8×1 needs 48", Sample.Quick with { FeatureColumnName = "Fifty", ImageShape = new Shape(6, 8, 1) });

    [Fact]
    public void Fit_PixelsOfUnknownSize_AsksForVectorType() =>
        AssertOutOfRange("'Varying' is Vector<Single>", "[VectorType(784)]", Sample.Quick with { FeatureColumnName = "Varying" });

    [Fact]
    public void Fit_PixelsAreBytes_AsksForSingles() =>
        AssertOutOfRange("'Bytes' is Vector<Byte", "Vector<Single>", Sample.Quick with { FeatureColumnName = "Bytes" });

    [Fact]
    public void Fit_NoFeatureColumn_NamesIt() =>
        AssertOutOfRange("Could not find column 'Nothing'", "add a transform", Sample.Quick with { FeatureColumnName = "Nothing" });

    [Fact]
    public void Fit_NoLabelColumn_NamesIt() =>
        AssertOutOfRange("Could not find column 'Nothing'", "name another", Sample.Quick with { LabelColumnName = "Nothing" });

    [Theory]
    [InlineData("Number", "UInt32")]
    [InlineData("Text", "String")]
    [InlineData("Varying", "Vector<Single>")]
    public void Fit_LabelIsNoKey_AsksForMapValueToKey(string column, string type) =>
        AssertOutOfRange($"'{column}' is {type}", "MapValueToKey", Sample.Quick with { LabelColumnName = column });

    [Fact]
    public void Fit_KeyOfOneClass_AsksForTwo() =>
        AssertOutOfRange("knows 1 classes", "at least 2", Sample.Quick with { LabelColumnName = "One" });

    [Fact]
    public void Fit_ChainWithoutMappedLabel_ThrowsBeforeReadingRows()
    {
        var chain = _ml.Transforms.NormalizePixels().Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => chain.Fit(_ml.Data.LoadFromEnumerable(Sample.Images(Sample.Train(40)))));

        Assert.Contains("'Label' is UInt32, but must be a key", error.Message);
        Assert.Contains("MapDigitLabel", error.Message);
    }

    [Fact]
    public void Fit_ChainWithoutNormalizePixels_NamesTheMissingColumn()
    {
        var chain = _ml.Transforms.MapDigitLabel().Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => chain.Fit(Sample.Train(40)));

        Assert.Contains("Could not find column 'Features'", error.Message);
    }

    [Fact]
    public void Fit_AllRowsOfOneClass_NamesIt()
    {
        MnistView threes = new(new byte[5 * 784], [3, 3, 3, 3, 3]);

        var error = Assert.Throws<InvalidOperationException>(() => Sample.Fit(_ml, Sample.Quick, threes));

        Assert.Contains("(5) are of class '3'", error.Message);
        Assert.Contains("at least 2 classes", error.Message);
    }

    [Fact]
    public void Fit_NoRows_SaysSo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sample.Fit(_ml, Sample.Quick, new MnistView([], [])));

        Assert.Contains("No row has a label in 'Label'", error.Message);
        Assert.Contains("not empty", error.Message);
    }

    [Fact]
    public void Fit_NoRowWithAKnownLabel_SaysSo()
    {
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label", keyData: Sample.Keys(_ml, 77, 78))
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        var error = Assert.Throws<InvalidOperationException>(() => chain.Fit(_ml.Data.LoadFromEnumerable(Sample.Images(Sample.Train(40)))));

        Assert.Contains("among the keys", error.Message);
    }

    [Fact]
    public void Fit_EmptyValidationSet_SaysSo()
    {
        var options = Sample.Quick with { ValidationSet = Sample.Prepared(_ml, new MnistView([], [])) };

        var error = Assert.Throws<InvalidOperationException>(() => Sample.Fit(_ml, options, Sample.Train(40)));

        Assert.Contains("No row has a label", error.Message);
    }

    [Fact]
    public void Fit_TooFewRowsToHoldOut_NamesNumberAndMend()
    {
        var options = Sample.Quick with { ValidationSetFraction = 0.01f };

        var error = Assert.Throws<ArgumentException>(() => Sample.Fit(_ml, options, Sample.Train(40)));

        Assert.Contains("40 rows are too few to hold out 0.01 of each class", error.Message);
        Assert.Contains("ValidationSet", error.Message);
    }

    [Fact]
    public void Fit_ColumnNamedLikeALayer_ThrowsBeforeTraining()
    {
        string layer = Networks.Architectures.Architecture.Create("lenet5", new Shape(28, 28, 1), 10).Nodes[0].Name;
        var options = Sample.Quick with { ScoreColumnName = layer, ProgressCallback = _ => Assert.Fail("Training began.") };

        IDataView data = Sample.Prepared(_ml, Sample.Train(40));

        var error = Record.Exception(() => _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options).Fit(data));

        Assert.Contains($"'{layer}'", Assert.IsAssignableFrom<ArgumentException>(error).Message);
    }

    [Fact]
    public void Fit_Null_Throws() =>
        Assert.Throws<ArgumentNullException>(() => _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick).Fit(null!));

    private IEstimator<ITransformer> MappedChain() => _ml.Transforms.MapDigitLabel().Append(Sample.Chain(_ml, Sample.Quick));

    private void AssertOutOfRange(string value, string mend, ConvolutionalNetworkOptions options)
    {
        IDataView data = _ml.Data.LoadFromEnumerable(new[] { new Odd(), new Odd() });

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options).Fit(data));

        Assert.Contains(value, error.Message);
        Assert.Contains(mend, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    private sealed class HundredPixels
    {
        [VectorType(100)]
        public float[] Pixels { get; set; } = new float[100];

        [KeyType(10)]
        public uint Label { get; set; }
    }

    /// <summary>Columns that a trainer cannot take.</summary>
    private sealed class Odd
    {
        [VectorType(784)]
        public float[] Features { get; set; } = new float[784];

        [VectorType(50)]
        public float[] Fifty { get; set; } = new float[50];

        public float[] Varying { get; set; } = new float[784];

        [VectorType(784)]
        public byte[] Bytes { get; set; } = new byte[784];

        [KeyType(10)]
        public uint Label { get; set; }

        [KeyType(1)]
        public uint One { get; set; }

        public uint Number { get; set; }

        public string Text { get; set; } = "";
    }
}
