using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Comparison;

namespace MlNetDigits.Tests.Evaluation.Comparison;

public sealed class ModelComparisonTests
{
    private static readonly float[] Zero = [0.8f, 0.1f, 0.1f], One = [0.1f, 0.8f, 0.1f], Two = [0.1f, 0.1f, 0.8f];

    [Fact]
    public void Of_FiveImages_CountsEveryCase()
    {
        ScoredImages first = Scores.Of((0, Zero), (0, Zero), (1, Two), (1, Two), (2, One));
        ScoredImages second = Scores.Of((0, Zero), (0, One), (1, One), (1, Two), (2, Zero));

        ModelComparison comparison = ModelComparison.Of(first, second);

        Assert.Equal((1, 2, 1), (comparison.BothRight, comparison.BothWrong, comparison.SameMistake));
        Assert.Equal((1, 1, 1.0), (comparison.Test.OnlyFirst, comparison.Test.OnlySecond, comparison.Test.PValue));
        Assert.Equal(0.4, comparison.First.Estimate);
        Assert.Equal(["c0: c0 or c1", "c1: c2 or c1", "c2: c1 or c0"], comparison.Disagreements.Select(pair => $"{pair.Label}: {pair.First} or {pair.Second}"));
    }

    [Fact]
    public void Of_DifferentNumbersOfClasses_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelComparison.Of(Scores.Of((0, Zero)), Scores.Of((0, [0.9f, 0.1f]))));

        Assert.Equal("The first model tells 3 classes apart, the second 2: compare models of the same classes.", error.Message);
    }

    [Fact]
    public void Of_OtherImages_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => ModelComparison.Of(Scores.Of((0, Zero)), Scores.Of((1, Zero))));

        Assert.Contains("not scored on the same images", error.Message, StringComparison.Ordinal);
    }
}
