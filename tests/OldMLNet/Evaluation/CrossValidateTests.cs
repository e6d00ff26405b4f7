using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Tests.Evaluation;

public class CrossValidateTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void CrossValidate_Default_HasFiveFoldsOfAllRows()
    {
        var data = Rows(100);

        var results = _ml.MulticlassClassification.CrossValidate(data, Classifier());

        Assert.Equal([0, 1, 2, 3, 4], results.Select(result => result.Fold));
        Assert.Equal(100, results.Sum(result => result.ScoredHoldOutSet.GetColumn<float>("Label").Count()));
        Assert.All(results, result => Assert.Equal(1, result.Metrics.MicroAccuracy));
    }

    [Fact]
    public void CrossValidate_EachFold_HasItsModel()
    {
        var data = Rows(50);

        var results = _ml.MulticlassClassification.CrossValidate(data, Classifier(), numberOfFolds: 3);

        Assert.Equal(3, results.Count);
        Assert.All(results, result => Assert.Equal(50, result.Model.Transform(data).GetColumn<float[]>("Score").Count()));
    }

    [Fact]
    public void CrossValidate_SamplingKey_KeepsEqualRowsTogether()
    {
        var results = _ml.MulticlassClassification.CrossValidate(Rows(90), Classifier(), samplingKeyColumnName: "Group");

        var groups = results.SelectMany(result => result.ScoredHoldOutSet.GetColumn<string>("Group").Distinct());
        Assert.Equal(groups.Distinct().Count(), groups.Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void CrossValidate_FewerThanTwoFolds_Throws(int folds) =>
        Assert.ThrowsAny<ArgumentException>(() => _ml.MulticlassClassification.CrossValidate(Rows(10), Classifier(), folds));

    private IDataView Rows(int count) => _ml.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(i => new Row
    {
        Label = i % 3,
        Group = $"group {i % 30}",
        Pixels = [i % 3 == 0 ? 9 : 0, i % 3 == 1 ? 9 : 0, i % 3 == 2 ? 9 : 0],
    }).ToArray());

    private IEstimator<ITransformer> Classifier() =>
        _ml.Transforms.ApplyOnnxModel(new MemoryStream(Onnx.OnnxModels.Classifier()));

    private sealed class Row
    {
        public float Label { get; set; }

        public string Group { get; set; } = "";

        [VectorType(3)]
        public float[] Pixels { get; set; } = [];
    }
}
