using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using MlNetDigits.Mnist;
using MlNetDigits.Pipelines;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public sealed class ConvolutionalNetworkChainTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Fit_RealDigits_LearnsThem()
    {
        var chain = _ml.Transforms.MapDigitLabel()
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Learning));

        TransformerChain<ConvolutionalNetworkTransformer> model = chain.Fit(Sample.Train(500));

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(model.Transform(Sample.Test(300)));
        Assert.InRange(metrics.MicroAccuracy, 0.7, 1);
        Assert.InRange(metrics.LogLossReduction, 0.5, 1);
    }

    [Fact]
    public void Fit_NormalizeMinMaxInsteadOfNormalizePixels_LearnsAsWell()
    {
        var chain = _ml.Transforms.MapDigitLabel()
            .Append(_ml.Transforms.NormalizeMinMax("Features", "Pixels"))
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Learning));

        var model = chain.Fit(Sample.Train(500));

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(model.Transform(Sample.Test(300)));
        Assert.InRange(metrics.MicroAccuracy, 0.7, 1);
    }

    [Fact]
    public void Fit_MapValueToKeyByOccurrence_ScoresInTheKeysOrder()
    {
        var digits = Sample.Train(500);
        var chain = _ml.Transforms.Conversion.MapValueToKey("Key", "Label")
            .Append(_ml.Transforms.NormalizePixels())
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Learning with { LabelColumnName = "Key" }));

        IDataView scored = chain.Fit(digits).Transform(Sample.Test(300));

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(scored, "Key");
        Assert.Equal("5", metrics.ConfusionMatrix.GetFormattedConfusionTable().Split("PREDICTED ||")[1].Trim()[..1]);
        Assert.InRange(metrics.MicroAccuracy, 0.7, 1);
    }

    [Fact]
    public void GetOutputSchema_InAChain_AddsScoreAndPredictedLabel()
    {
        var probe = new ShapeProbe(_ml.Transforms.CopyColumns("Copy", "Score"));

        Sample.Chain(_ml, Sample.Quick).Append(probe).Fit(Sample.Train(40));

        SchemaShape.Column score = Assert.Single(probe.Seen!, column => column.Name == "Score");
        SchemaShape.Column predicted = Assert.Single(probe.Seen!, column => column.Name == "PredictedLabel");
        Assert.Equal((SchemaShape.Column.VectorKind.Vector, (DataViewType)NumberDataViewType.Single), (score.Kind, score.ItemType));
        Assert.Equal((SchemaShape.Column.VectorKind.Vector, (DataViewType)NumberDataViewType.Int64), (predicted.Kind, predicted.ItemType));
    }

    [Fact]
    public void Transform_FittedChain_GivesProbabilitiesAndTheirGreatest()
    {
        IDataView scored = Sample.Fit(_ml, Sample.Quick, Sample.Train(64)).Transform(Sample.Test(20));

        float[][] scores = Sample.Scores(scored);
        long[][] predicted = [.. scored.GetColumn<long[]>("PredictedLabel")];
        Assert.Equal(10, scored.Schema["Score"].Type is VectorDataViewType { Size: var size } ? size : 0);
        Assert.All(scores, score => Assert.Equal(1, score.Sum(), 5));
        Assert.Equal(scores.Select(score => (long)Array.IndexOf(score, score.Max())), predicted.Select(Assert.Single));
    }

    [Fact]
    public void CrossValidate_WholeChain_MeasuresEveryFold()
    {
        var digits = Sample.Train(300);

        var folds = _ml.MulticlassClassification.CrossValidate(digits, Sample.Chain(_ml, Sample.Learning with { Epoch = 4 }), numberOfFolds: 2);

        Assert.Equal(2, folds.Count);
        Assert.All(folds, fold => Assert.InRange(fold.Metrics.MicroAccuracy, 0.4, 1));
        Assert.Equal(300, folds.Sum(fold => fold.Metrics.ConfusionMatrix.Counts.Sum(row => row.Sum())));
        Assert.NotEqual(folds[0].Metrics.LogLoss, folds[1].Metrics.LogLoss);
    }

    [Fact]
    public void Fit_OtherColumnNames_ReadsAndMakesThem()
    {
        var options = Sample.Quick with { FeatureColumnName = "Ink", LabelColumnName = "Digit", ScoreColumnName = "Odds", PredictedLabelColumnName = "Guess" };
        var chain = _ml.Transforms.MapDigitLabel("Digit", "Label")
            .Append(_ml.Transforms.NormalizePixels("Ink"))
            .Append(_ml.MulticlassClassification.Trainers.ConvolutionalNetwork(options));

        IDataView scored = chain.Fit(Sample.Train(64)).Transform(Sample.Test(20));

        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(scored, "Digit", "Odds", "Guess");
        Assert.Equal(20, metrics.ConfusionMatrix.Counts.Sum(row => row.Sum()));
        Assert.Null(scored.Schema.GetColumnOrNull("Score"));
    }

    [Fact]
    public void Fit_RowsWithoutALabel_LeavesThemOut()
    {
        var trainer = _ml.MulticlassClassification.Trainers.ConvolutionalNetwork(Sample.Quick);
        var digits = Sample.Train(100);
        var chain = _ml.Transforms.Conversion.MapValueToKey("Label", keyData: Sample.Keys(_ml, 0, 2, 4, 6, 8))
            .Append(_ml.Transforms.NormalizePixels())
            .Append(trainer);

        var model = chain.Fit(_ml.Data.LoadFromEnumerable(Sample.Images(digits)));

        Assert.Equal(digits.Labels.ToArray().Count(digit => digit % 2 == 0), trainer.TrainingImages);
        Assert.Equal(5, Sample.Scores(model.GetModelFor(TransformerScope.Scoring).Transform(_ml.Data.LoadFromEnumerable(Sample.Images(digits))))[0].Length);
    }

    /// <summary>Remembers the shape that the steps before it promise.</summary>
    private sealed class ShapeProbe(IEstimator<ITransformer> inner) : IEstimator<ITransformer>
    {
        public SchemaShape? Seen { get; private set; }

        public ITransformer Fit(IDataView input) => inner.Fit(input);

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => inner.GetOutputSchema(Seen = inputSchema);
    }
}
