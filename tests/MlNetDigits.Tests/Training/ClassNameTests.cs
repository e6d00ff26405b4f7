using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class ClassNameTests
{
    private static readonly string[] Words = ["nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private readonly MLContext _ml = new(1);

    [Fact]
    public void Fit_DigitLabels_NamesScoresZeroToNine()
    {
        IDataView scored = Sample.Fit(_ml, Sample.Quick, Sample.Train(64)).Transform(Sample.Test(20));

        Assert.Equal(Enumerable.Range(0, 10).Select(digit => $"{digit}"), SlotNames(scored));
    }

    [Fact]
    public void Fit_TextLabels_NamesScoresByOccurrence()
    {
        WordImage[] rows = [.. Sample.Images(Sample.Train(64)).Select(image => new WordImage { Pixels = image.Pixels, Word = Words[image.Label] })];
        IDataView data = _ml.Data.LoadFromEnumerable(rows);
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label", "Word")
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        IDataView scored = chain.Fit(data).Transform(data);

        Assert.Equal(rows.Select(row => row.Word).Distinct(), SlotNames(scored));
    }

    [Fact]
    public void Evaluate_TextLabels_WritesTheirNamesInTheConfusionTable()
    {
        WordImage[] rows = [.. Sample.Images(Sample.Train(64)).Select(image => new WordImage { Pixels = image.Pixels, Word = Words[image.Label] })];
        IDataView data = _ml.Data.LoadFromEnumerable(rows);
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label", "Word")
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick));

        string table = _ml.MulticlassClassification.Evaluate(chain.Fit(data).Transform(data)).ConfusionMatrix.GetFormattedConfusionTable();

        Assert.Contains("PREDICTED ||  five |   nil |  four |", table);
    }

    [Fact]
    public void Fit_KeysWithoutValues_NamesScoresFromZero()
    {
        IDataView data = _ml.Data.LoadFromEnumerable(Sample.Images(Sample.Train(40)).Select(image => new KeyImage { Features = image.Pixels, Label = image.Label }).ToArray());

        IDataView scored = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick).Fit(data).Transform(data);

        Assert.Equal(Enumerable.Range(0, 12).Select(digit => $"{digit}"), SlotNames(scored));
    }

    private static string[] SlotNames(IDataView scored)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        scored.Schema["Score"].GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }

    private sealed class WordImage
    {
        [VectorType(784)]
        public float[] Pixels { get; set; } = [];

        public string Word { get; set; } = "";
    }

    private sealed class KeyImage
    {
        [VectorType(784)]
        public float[] Features { get; set; } = [];

        [KeyType(12)]
        public uint Label { get; set; }
    }
}
