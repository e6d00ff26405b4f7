using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Tests.Evaluation;

public class EvaluateTests
{
    private const float None = float.NaN;

    private readonly MLContext _ml = new(1);

    [Fact]
    public void Evaluate_SomeRowsWrong_CountsAccuracies()
    {
        var metrics = Evaluate((0, [0.8f, 0.1f, 0.1f]), (0, [0.6f, 0.3f, 0.1f]), (0, [0.1f, 0.8f, 0.1f]), (1, [0.1f, 0.2f, 0.7f]));

        Assert.Equal(0.5, metrics.MicroAccuracy);
        Assert.Equal((2.0 / 3 + 0) / 2, metrics.MacroAccuracy, 12);
    }

    [Fact]
    public void Evaluate_LogLoss_IsMeanOfNegativeLogarithms()
    {
        var metrics = Evaluate((0, [0.5f, 0.25f, 0.25f]), (1, [0.5f, 0.25f, 0.25f]));

        Assert.Equal((Math.Log(2) + Math.Log(4)) / 2, metrics.LogLoss, 12);
        Assert.Equal([Math.Log(2), Math.Log(4), 0], metrics.PerClassLogLoss);
    }

    [Fact]
    public void Evaluate_ScoresOutsideProbabilities_AreClamped()
    {
        var metrics = Evaluate((0, [0, 1, 0]), (1, [0, 5, 0]));

        Assert.Equal(-Math.Log(1e-15) / 2, metrics.LogLoss, 12);
    }

    [Theory]
    [InlineData(1f, 1)]
    [InlineData(0.5f, 0)]
    public void Evaluate_TwoEvenClasses_ReducesLogLossFromLn2(float probability, double expected)
    {
        var metrics = Evaluate((0, [probability, 1 - probability]), (1, [1 - probability, probability]));

        Assert.Equal(expected, metrics.LogLossReduction, 12);
    }

    [Fact]
    public void Evaluate_OneClassOnly_HasNoFiniteReduction()
    {
        Assert.Equal(double.NegativeInfinity, Evaluate((0, [0.5f, 0.5f])).LogLossReduction);
        Assert.Equal(double.NaN, Evaluate((0, [1, 0])).LogLossReduction);
    }

    [Fact]
    public void Evaluate_TiedScores_GoToTheLowerClass()
    {
        var metrics = Evaluate((0, [0.4f, 0.4f, 0.2f]), (1, [0.4f, 0.4f, 0.2f]));

        Assert.Equal(0.5, metrics.MicroAccuracy);
        Assert.Equal(2, metrics.ConfusionMatrix.GetCountForClassPair(0, 0) + metrics.ConfusionMatrix.GetCountForClassPair(0, 1));
    }

    [Theory]
    [InlineData(None)]
    [InlineData(-1f)]
    [InlineData(0.5f)]
    public void Evaluate_LabelThatIsNoClass_PassesTheRowOver(float label)
    {
        var metrics = Evaluate((0, [1, 0]), (label, [1, 0]));

        Assert.Equal(1, metrics.MicroAccuracy);
        Assert.Equal(1, metrics.ConfusionMatrix.Counts.Sum(row => row.Sum()));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Evaluate_ScoreThatIsNoNumber_PassesTheRowOver(float score)
    {
        var metrics = Evaluate((0, [1, 0]), (1, [1, score]));

        Assert.Equal(1, metrics.MicroAccuracy);
    }

    [Fact]
    public void Evaluate_LabelBeyondTheScores_CountsAsWrong()
    {
        var metrics = Evaluate((0, [1, 0]), (7, [1, 0]));

        Assert.Equal(0.5, metrics.MicroAccuracy);
        Assert.Equal(-Math.Log(1e-15) / 2, metrics.LogLoss, 12);
    }

    [Fact]
    public void Evaluate_NoRows_GivesZerosAndNoReduction()
    {
        var metrics = Evaluate();

        Assert.Equal((0, 0, 0), (metrics.MicroAccuracy, metrics.MacroAccuracy, metrics.LogLoss));
        Assert.Equal(double.NaN, metrics.LogLossReduction);
    }

    [Fact]
    public void Evaluate_TopKNotAskedFor_IsZeroAndNull()
    {
        var metrics = Evaluate((0, [1, 0]));

        Assert.Equal((0, 0.0), (metrics.TopKPredictionCount, metrics.TopKAccuracy));
        Assert.Null(metrics.TopKAccuracyForAllK);
    }

    [Fact]
    public void Evaluate_TopK_CountsTrueClassesAmongTheBest()
    {
        var data = Rows((0, [0.5f, 0.3f, 0.2f]), (1, [0.5f, 0.3f, 0.2f]), (2, [0.5f, 0.3f, 0.2f]), (0, [0.2f, 0.5f, 0.3f]));

        var metrics = _ml.MulticlassClassification.Evaluate(data, topKPredictionCount: 3);

        Assert.Equal([0.25, 0.5, 1], metrics.TopKAccuracyForAllK);
        Assert.Equal((3, 1.0), (metrics.TopKPredictionCount, metrics.TopKAccuracy));
    }

    [Fact]
    public void Evaluate_TopKFarAboveTheClasses_Throws() =>
        Assert.Throws<IndexOutOfRangeException>(() => _ml.MulticlassClassification.Evaluate(Rows((0, [1, 0])), topKPredictionCount: 4));

    [Fact]
    public void Evaluate_KeyLabels_CountFromOneAndSkipMissing()
    {
        var data = _ml.Data.LoadFromEnumerable([new KeyRow { Label = 0, Score = [0.9f, 0.1f] }, new KeyRow { Label = 1, Score = [0.9f, 0.1f] }, new KeyRow { Label = 9, Score = [0.9f, 0.1f] }]);

        var metrics = _ml.MulticlassClassification.Evaluate(data);

        Assert.Equal(0.5, metrics.MicroAccuracy);
        Assert.Equal(1, metrics.ConfusionMatrix.GetCountForClassPair(predictedClassIndicatorIndex: 0, actualClassIndicatorIndex: 1));
    }

    [Fact]
    public void Evaluate_IntegerLabel_NamesTheTypes()
    {
        var data = _ml.Data.LoadFromEnumerable([new IntegerRow { Score = [0.9f, 0.1f] }]);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _ml.MulticlassClassification.Evaluate(data));

        Assert.Contains("expected Single or Key, got Int32", error.Message);
    }

    [Theory]
    [InlineData("None", "Score", "PredictedLabel")]
    [InlineData("Label", "None", "PredictedLabel")]
    [InlineData("Label", "Score", "None")]
    public void Evaluate_MissingColumn_Throws(string label, string score, string predicted) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ml.MulticlassClassification.Evaluate(Rows((0, [1, 0])), label, score, predicted));

    [Fact]
    public void Evaluate_SingleScore_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _ml.MulticlassClassification.Evaluate(Rows((0, [1]))));

    private MulticlassClassificationMetrics Evaluate(params (float Label, float[] Score)[] rows) =>
        _ml.MulticlassClassification.Evaluate(Rows(rows));

    private IDataView Rows(params (float Label, float[] Score)[] rows)
    {
        var definition = SchemaDefinition.Create(typeof(Row));
        definition["Score"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows.Length > 0 ? rows[0].Score.Length : 2);
        return _ml.Data.LoadFromEnumerable(rows.Select(row => new Row { Label = row.Label, Score = row.Score }), definition);
    }

    private sealed class Row
    {
        public float Label { get; set; }

        public float[] Score { get; set; } = [];

        public float PredictedLabel { get; set; }
    }

    private sealed class KeyRow
    {
        [KeyType(2)]
        public uint Label { get; set; }

        [VectorType(2)]
        public float[] Score { get; set; } = [];

        public float PredictedLabel { get; set; }
    }

    private sealed class IntegerRow
    {
        public int Label { get; set; }

        [VectorType(2)]
        public float[] Score { get; set; } = [];

        public float PredictedLabel { get; set; }
    }
}
