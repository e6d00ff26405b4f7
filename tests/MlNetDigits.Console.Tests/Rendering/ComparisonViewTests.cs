using MlNetDigits.Console.Rendering;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Comparison;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class ComparisonViewTests
{
    [Fact]
    public void Explain_NoDisagreement_SaysThatNothingDiffers() =>
        Assert.Equal(["No image tells the models apart: each is right where the other is."], ComparisonView.Explain(Compare(0, 0)));

    [Fact]
    public void Explain_SmallDifference_NamesNoBetterModel() => Assert.Equal(
        [
            "If both were equally good, counts at least as unequal would come up with probability 0.1547 (McNemar's test with continuity correction).",
            "That is no evidence that one is better: the difference may well be chance. More images could tell.",
        ],
        ComparisonView.Explain(Compare(25, 15)));

    [Fact]
    public void Explain_LargeDifference_NamesTheBetterModelAndByHowMuch() => Assert.Equal(
        [
            "If both were equally good, counts at least as unequal would come up with probability 0.0034 (exact McNemar test).",
            "Chance hardly explains that: A is better on images like these, by 0.11 (95 % interval 0.04 to 0.18) percentage points.",
            "With many models compared, some such difference turns up by chance alone.",
        ],
        ComparisonView.Explain(Compare(12, 1)));

    private static ModelComparison Compare(int onlyFirst, int onlySecond) => new(
        10_000, WilsonInterval.Of(9900, 10_000), WilsonInterval.Of(9900, 10_000), PairedDifference.Of(onlySecond, onlyFirst, 10_000),
        9_900 - onlyFirst - onlySecond, 100, 50, McNemarTest.Of(onlyFirst, onlySecond), []);
}
