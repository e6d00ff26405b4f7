using MlNetDigits.Evaluation;
using MlNetDigits.Reports;

namespace MlNetDigits.Tests.Evaluation;

public sealed class ModelEvaluationTests
{
    private static readonly ScoredImages Images = Scores.Drawn(2_000, 4, sharpness: 1, seed: 3);

    [Fact]
    public void Evaluate_DrawnScores_PutsEstimatesInsideTheirIntervals()
    {
        EvaluationReport report = ModelEvaluation.Evaluate(Images);

        EvaluationStatistics statistics = report.Statistics!;
        Assert.Equal(
            [report.MicroAccuracy, report.MacroAccuracy, report.LogLoss],
            [statistics.Accuracy.Estimate, statistics.MacroAccuracy.Estimate, statistics.LogLoss.Estimate], new CloseTo(1e-6));
        Assert.All([statistics.MacroAccuracy, statistics.MacroF1, statistics.LogLoss, .. statistics.Classes.Select(c => c.F1)], RequireInside);
    }

    [Fact]
    public void Evaluate_DrawnScores_BootstrapsAboutAsWideAsWilson()
    {
        EvaluationStatistics statistics = ModelEvaluation.Evaluate(Images).Statistics!;

        double wilson = statistics.Accuracy.Upper - statistics.Accuracy.Lower, bootstrap = statistics.MacroAccuracy.Upper - statistics.MacroAccuracy.Lower;
        Assert.InRange(bootstrap / wilson, 0.85, 1.15);
    }

    [Fact]
    public void Evaluate_EqualSeeds_GivesEqualBits()
    {
        EvaluationStatistics first = ModelEvaluation.Evaluate(Images).Statistics!, second = ModelEvaluation.Evaluate(Images).Statistics!;

        Assert.Equal(first.LogLoss, second.LogLoss);
        Assert.NotEqual(first.LogLoss, ModelEvaluation.Evaluate(Images, new EvaluationOptions { Seed = 2 }).Statistics!.LogLoss);
    }

    [Fact]
    public void Evaluate_FourClasses_HasTopFourAtMost()
    {
        EvaluationStatistics statistics = ModelEvaluation.Evaluate(Images).Statistics!;

        Assert.Equal([1, 2, 3, 4], statistics.TopK.Select(top => top.K));
        Assert.Equal(1, statistics.TopK[^1].Accuracy.Estimate);
        Assert.Equal(statistics.Accuracy, statistics.TopK[0].Accuracy);
    }

    [Fact]
    public void Evaluate_ClassWithoutImages_HasNoFigures()
    {
        ScoredImages images = Scores.Of((0, [0.9f, 0.1f, 0]), (1, [0.2f, 0.8f, 0]), (1, [0.7f, 0.3f, 0]));

        EvaluationStatistics statistics = ModelEvaluation.Evaluate(images).Statistics!;

        ClassStatistics absent = statistics.Classes[2];
        Assert.Equal((0, 0), (absent.Support, absent.Predicted));
        Assert.True(double.IsNaN(absent.Recall.Estimate) && double.IsNaN(absent.F1.Estimate));
        Assert.Equal(0.75, statistics.MacroAccuracy.Estimate);
    }

    [Fact]
    public void Evaluate_SomeClasses_LeavesOutWhatTheOthersLackAndNamesThem()
    {
        ScoredImages images = Scores.Of((0, [0.9f, 0.1f, 0, 0]), (1, [0.2f, 0.8f, 0, 0]), (1, [0.7f, 0.3f, 0, 0]));

        EvaluationReport report = ModelEvaluation.Evaluate(images);

        Assert.Equal((2.0 / 3, 0.75), (report.MicroAccuracy, report.MacroAccuracy));
        Assert.True(double.IsFinite(report.LogLossReduction));
        Assert.All(report.Classes.Skip(2), each => Assert.Equal((double.NaN, double.NaN, double.NaN), (each.Precision, each.Recall, each.LogLoss)));
        Assert.Equal("No image is of c2, c3 (2 of 4 classes): they have no recall, F1 and log-loss, and means are over the other classes.", Assert.Single(report.Notes!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Evaluate_OneClass_HasNoLogLossReductionAndSaysSo(int label)
    {
        ScoredImages images = Scores.Of((label, [0.9f, 0.1f, 0]), (label, [0, 0, 1f]));

        EvaluationReport report = ModelEvaluation.Evaluate(images);

        Assert.Equal((0.5, 0.5, 2), (report.MicroAccuracy, report.MacroAccuracy, report.Classes[label].Images));
        Assert.True(double.IsNaN(report.LogLossReduction));
        Assert.Equal($"All images are of the class c{label}: there is no log-loss reduction, which compares with guessing among classes.", report.Notes![1]);
    }

    [Fact]
    public void Evaluate_EveryClass_HasNoNotes() => Assert.Null(ModelEvaluation.Evaluate(Images).Notes);

    [Fact]
    public void Evaluate_FewBootstrapSamples_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelEvaluation.Evaluate(Images, new EvaluationOptions { BootstrapSamples = 99 }));

    [Fact]
    public void MostConfidentMistakes_TwoMistakes_PutsTheSurerFirst()
    {
        ScoredImages images = Scores.Of((0, [0.4f, 0.6f]), (0, [0.1f, 0.9f]), (1, [0.3f, 0.7f]), (1, [0.45f, 0.55f]));

        Assert.Equal([1, 0], ImageRanking.MostConfidentMistakes(images, 5).Select(image => image.Index));
        Assert.Equal([3], ImageRanking.LeastConfidentHits(images, 1).Select(image => image.Index));
        Assert.Equal(["c1", "c0"], ImageRanking.Describe(images, 1).Top.Select(top => top.Name));
    }

    private static void RequireInside(ConfidenceInterval interval) => Assert.InRange(interval.Estimate, interval.Lower, interval.Upper);

    private sealed class CloseTo(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double obj) => 0;
    }
}
