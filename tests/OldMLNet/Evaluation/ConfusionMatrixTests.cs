using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Tests.Evaluation;

public sealed class ConfusionMatrixTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly MLContext _ml = new(1);

    public ConfusionMatrixTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Fact]
    public void Counts_ActualByPredicted_GiveRecallAndPrecision()
    {
        var matrix = Matrix(3, null, (0, 0), (0, 0), (0, 1), (1, 1));

        Assert.Equal([[2.0, 1, 0], [0, 1, 0], [0, 0, 0]], matrix.Counts);
        Assert.Equal([2.0 / 3, 1, 0], matrix.PerClassRecall);
        Assert.Equal([1, 0.5, 0], matrix.PerClassPrecision);
        Assert.Equal((3, 1), (matrix.NumberOfClasses, matrix.GetCountForClassPair(1, 0)));
    }

    [Fact]
    public void GetCountForClassPair_NoSuchClass_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix(2, null, (0, 0)).GetCountForClassPair(0, 2));

    [Fact]
    public void GetFormattedConfusionTable_ThreeClasses_HasIndices()
    {
        var table = Matrix(3, null, (0, 0), (0, 0), (0, 1), (1, 1)).GetFormattedConfusionTable();

        Assert.Equal(Lines(
            "",
            "Confusion table",
            "          ||========================",
            "PREDICTED ||     0 |     1 |     2 | Recall",
            "TRUTH     ||========================",
            "        0 ||     2 |     1 |     0 | 0.6667",
            "        1 ||     0 |     1 |     0 | 1.0000",
            "        2 ||     0 |     0 |     0 | 0.0000",
            "          ||========================",
            "Precision ||1.0000 |0.5000 |0.0000 |"), table);
    }

    [Fact]
    public void GetFormattedConfusionTable_TwoNamedClasses_HasWiderColumns()
    {
        var table = Matrix(2, ["no", "yes"], (0, 0), (1, 1)).GetFormattedConfusionTable();

        Assert.Equal(Lines(
            "",
            "Confusion table",
            "          ||======================",
            "PREDICTED ||       no |      yes | Recall",
            "TRUTH     ||======================",
            "       no ||        1 |        0 | 1.0000",
            "      yes ||        0 |        1 | 1.0000",
            "          ||======================",
            "Precision ||   1.0000 |   1.0000 |"), table);
    }

    [Fact]
    public void GetFormattedConfusionTable_LongNames_AreNumbered()
    {
        var table = Matrix(3, ["cat", "hippopotamus", "dog"], (0, 0), (1, 1), (2, 1)).GetFormattedConfusionTable();

        Assert.Equal(Lines(
            "",
            "Confusion table",
            "                ||========================",
            "PREDICTED       ||     0 |     1 |     2 | Recall",
            "TRUTH           ||========================",
            "0.          cat ||     1 |     0 |     0 | 1.0000",
            "1. hippopotamus ||     0 |     1 |     0 | 1.0000",
            "2.          dog ||     0 |     1 |     0 | 0.0000",
            "                ||========================",
            "Precision       ||1.0000 |0.5000 |0.0000 |"), table);
    }

    [Fact]
    public void GetFormattedConfusionTable_OtherCulture_IsFollowed()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

        Assert.Contains("| 1,0000", Matrix(3, null, (0, 0)).GetFormattedConfusionTable());
    }

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => line + Environment.NewLine));

    private ConfusionMatrix Matrix(int classes, string[] names, params (int Actual, int Predicted)[] rows)
    {
        var definition = SchemaDefinition.Create(typeof(Row));
        var type = new VectorDataViewType(NumberDataViewType.Single, classes);
        definition["Score"].ColumnType = type;
        if (names is not null)
            definition["Score"].AddAnnotation(
                "SlotNames",
                new VBuffer<ReadOnlyMemory<char>>(classes, [.. names.Select(name => name.AsMemory())]),
                new VectorDataViewType(TextDataViewType.Instance, classes));
        var data = _ml.Data.LoadFromEnumerable(
            rows.Select(row => new Row { Label = row.Actual, Score = [.. Enumerable.Range(0, classes).Select(i => i == row.Predicted ? 1f : 0)] }),
            definition);
        return _ml.MulticlassClassification.Evaluate(data).ConfusionMatrix;
    }

    private sealed class Row
    {
        public float Label { get; set; }

        public float[] Score { get; set; } = [];

        public float PredictedLabel { get; set; }
    }
}
