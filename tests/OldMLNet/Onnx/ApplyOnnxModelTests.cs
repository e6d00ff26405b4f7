using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Networks.Onnx;

namespace MLNet.Tests.Onnx;

public class ApplyOnnxModelTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Transform_FewRowsOrSeveralBatches_ScoresEachInOrder()
    {
        var data = Rows(1000);

        var scored = Apply(OnnxModels.Sums("N")).Fit(data).Transform(data);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => 4f * i + 6), scored.GetColumn<float[]>("Sum").Select(sum => sum[0]));
    }

    [Fact]
    public void Transform_SeveralOutputsAndPassedColumns_BelongTogether()
    {
        var data = Rows(200);
        var scored = Apply(OnnxModels.Sums("N")).Fit(data).Transform(data);

        var rows = _ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).ToArray();

        Assert.Equal(200, rows.Length);
        Assert.All(rows, row => Assert.Equal(($"row {row.X[0]}", 4 * row.X[0] + 6, 2 * row.X[3]), (row.Name, row.Sum[0], row.Doubled[3])));
    }

    [Fact]
    public void Transform_BatchAxisWithoutName_ScoresRowByRow()
    {
        var data = Rows(20);

        var scored = Apply(OnnxModels.Sums(1)).Fit(data).Transform(data);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => 4f * i + 6), scored.GetColumn<float[]>("Sum").Select(sum => sum[0]));
    }

    [Fact]
    public void Transform_OutputOfVaryingSize_GivesAVectorOfItsSize()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row { X = [1, 0, 1, 1] }, new Row { X = [0, 0, 0, 1] }]);

        var scored = Apply(OnnxModels.Positives()).Fit(data).Transform(data);

        Assert.Equal([[0, 0, 0, 0, 2, 3], [0, 3]], scored.GetColumn<long[]>("Y"));
    }

    [Fact]
    public void Transform_OnlyAPassedColumn_ReadsItsRows()
    {
        var data = Rows(3);
        var scored = Apply(OnnxModels.Sums("N")).Fit(data).Transform(data);

        Assert.Equal(["row 0", "row 1", "row 2"], scored.GetColumn<string>("Name"));
        Assert.Equal(3, scored.GetRowCount());
    }

    [Fact]
    public void Transform_NaN_Passes()
    {
        var data = _ml.Data.LoadFromEnumerable([new Row { X = [float.NaN, 0, 1, 1] }]);

        var scored = Apply(OnnxModels.Sums("N")).Fit(data).Transform(data);

        Assert.Equal([float.NaN], scored.GetColumn<float[]>("Sum").Single());
    }

    [Fact]
    public void Transform_Text_IsFedAndFetched()
    {
        var data = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new TextRow { X = $"é{i}" }));

        var scored = Apply(OnnxModels.Identity(OnnxElementType.String, "Y", "N", 1)).Fit(data).Transform(data);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"é{i}"), scored.GetColumn<string[]>("Y").Select(texts => texts.Single()));
    }

    [Fact]
    public void OutputSchema_BatchAxis_CountsAsOne()
    {
        var schema = Apply(OnnxModels.Sums("N")).Fit(Rows(1)).GetOutputSchema(Rows(1).Schema);

        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 1, 2, 2), schema["Doubled"].Type);
        Assert.Equal("Vector<Single, 1, 1>", schema["Sum"].Type.ToString());
    }

    [Fact]
    public void OutputSchema_NameWithDotOutput_LosesIt()
    {
        var schema = _ml.Transforms.ApplyOnnxModel(["Y.output"], ["X"], Stream(OnnxModels.Identity(OnnxElementType.Float, "Y.output", "N", 4)))
            .Fit(Rows(1)).GetOutputSchema(Rows(1).Schema);

        Assert.NotNull(schema.GetColumnOrNull("Y"));
        Assert.Null(schema.GetColumnOrNull("Y.output"));
    }

    [Fact]
    public void OutputSchema_SlotNamesNode_AnnotatesTheColumn()
    {
        var data = _ml.Data.LoadFromEnumerable([new Logits { Pixels = [1, 2, 3] }]);
        var schema = Apply(OnnxModels.Classifier("zero", "one", "two")).Fit(data).GetOutputSchema(data.Schema);
        VBuffer<ReadOnlyMemory<char>> names = default;

        schema["Score"].GetSlotNames(ref names);

        Assert.Equal(["zero", "one", "two"], names.DenseValues().Select(name => name.ToString()));
        Assert.Null(schema["PredictedLabel"].Annotations.Schema.GetColumnOrNull("SlotNames"));
    }

    [Fact]
    public void Fit_VectorOfFittingLength_FeedsAHigherRank()
    {
        var data = Rows(1);

        var model = Apply(OnnxModels.Sums("N")).Fit(data);

        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 4), data.Schema["X"].Type);
        Assert.Equal([2f, 4, 6, 8], model.Transform(_ml.Data.LoadFromEnumerable([new Row { X = [1, 2, 3, 4] }])).GetColumn<float[]>("Doubled").Single());
    }

    [Fact]
    public void Fit_MissingInputColumn_NamesIt()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Apply(OnnxModels.Classifier()).Fit(Rows(1)));

        Assert.Contains("Pixels", error.Message);
    }

    [Fact]
    public void Fit_ColumnOfAnotherType_NamesBoth()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Apply(OnnxModels.Identity(OnnxElementType.Double, "Y", "N", 4)).Fit(Rows(1)));

        Assert.Contains("Double", error.Message);
        Assert.Contains("Single", error.Message);
    }

    [Fact]
    public void Fit_VectorOfAnotherLength_Throws()
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Apply(OnnxModels.Identity(OnnxElementType.Float, "Y", "N", 3)).Fit(Rows(1)));

        Assert.Contains("length 4", error.Message);
    }

    [Fact]
    public void ApplyOnnxModel_MissingFile_ThrowsIOException() =>
        Assert.Throws<IOException>(() => _ml.Transforms.ApplyOnnxModel("none.onnx"));

    [Fact]
    public void ApplyOnnxModel_DamagedModel_Throws() =>
        Assert.ThrowsAny<Exception>(() => Apply(OnnxModels.Sums("N")[..60]));

    [Fact]
    public void ApplyOnnxModel_UnknownOutput_Throws() =>
        Assert.ThrowsAny<Exception>(() => _ml.Transforms.ApplyOnnxModel("None", "X", Stream(OnnxModels.Sums("N"))));

    [Fact]
    public void ApplyOnnxModel_OneOutputOfTwo_AddsItAlone()
    {
        var schema = _ml.Transforms.ApplyOnnxModel("Sum", "X", Stream(OnnxModels.Sums("N"))).Fit(Rows(1)).GetOutputSchema(Rows(1).Schema);

        Assert.NotNull(schema.GetColumnOrNull("Sum"));
        Assert.Null(schema.GetColumnOrNull("Doubled"));
    }

    [Fact]
    public void Transform_OneModelInManyThreads_ScoresAllRight()
    {
        var model = Apply(OnnxModels.Sums("N")).Fit(Rows(1));

        Parallel.For(0, 8, _ =>
        {
            var sums = model.Transform(Rows(300)).GetColumn<float[]>("Sum").Select(sum => sum[0]);
            Assert.Equal(Enumerable.Range(0, 300).Select(i => 4f * i + 6), sums);
        });
    }

    [Fact]
    public void Transform_ShuffledRows_KeepTheirOutputs()
    {
        var data = _ml.Data.ShuffleRows(Rows(300), seed: 3);
        var scored = Apply(OnnxModels.Sums("N")).Fit(data).Transform(data);

        var rows = _ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).ToArray();

        Assert.All(rows, row => Assert.Equal(4 * row.X[0] + 6, row.Sum[0]));
        Assert.NotEqual(rows.Select(row => row.X[0]).Order(), rows.Select(row => row.X[0]));
    }

    private IDataView Rows(int count) => _ml.Data.LoadFromEnumerable(
        Enumerable.Range(0, count).Select(i => new Row { X = [i, i + 1, i + 2, i + 3], Name = $"row {i}" }).ToArray());

    private Microsoft.ML.Transforms.Onnx.OnnxScoringEstimator Apply(byte[] model) => _ml.Transforms.ApplyOnnxModel(Stream(model));

    private static MemoryStream Stream(byte[] model) => new(model);

    private sealed class Row
    {
        [VectorType(4)]
        public float[] X { get; set; } = [];

        public string Name { get; set; } = "";
    }

    private sealed class TextRow
    {
        public string X { get; set; } = "";
    }

    private sealed class Logits
    {
        [VectorType(3)]
        public float[] Pixels { get; set; } = [];
    }

    private sealed class Scored
    {
        public float[] X { get; set; } = [];

        public string Name { get; set; } = "";

        public float[] Sum { get; set; } = [];

        public float[] Doubled { get; set; } = [];
    }
}
