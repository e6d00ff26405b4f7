using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Comparison;

namespace MlNetDigits.Tests.Evaluation.Comparison;

public sealed class McNemarTestTests
{
    /// <summary>Raschka, "Model evaluation, model selection, and algorithm selection", 2018, section 4.3: 25 to 15 images.</summary>
    [Fact]
    public void Of_RaschkasModels_GivesHisStatistic()
    {
        McNemarTest test = McNemarTest.Of(25, 15);

        Assert.Equal(McNemarMethod.ChiSquared, test.Method);
        Assert.Equal(2.025, test.Statistic, 3);
        Assert.Equal(0.1547, test.PValue, 4);
    }

    /// <summary>Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs data", 2013, table 2: exact conditional 0.070.</summary>
    [Fact]
    public void Of_FagerlandsPatients_GivesTheExactProbability()
    {
        McNemarTest test = McNemarTest.Of(1, 7);

        Assert.Equal(McNemarMethod.ExactBinomial, test.Method);
        Assert.Equal(18 / 256.0, test.PValue, 12);
        Assert.True(double.IsNaN(test.Statistic));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(20, 20)]
    public void Of_EqualCounts_IsCertain(int first, int second) => Assert.Equal(1, McNemarTest.Of(first, second).PValue, 12);

    [Fact]
    public void Of_AroundTheLimit_BothMethodsAgree() =>
        Assert.Equal(McNemarTest.Of(17, 7).PValue, McNemarTest.Of(18, 7).PValue, 0.03);

    [Fact]
    public void PairedDifference_NoDisagreement_StillHasWidth()
    {
        ConfidenceInterval interval = PairedDifference.Of(0, 0, 100);

        Assert.Equal(0, interval.Estimate);
        Assert.Equal(1.959964 * Math.Sqrt(1.0 / 102 / 102), interval.Upper, 6);
        Assert.Equal(-interval.Upper, interval.Lower);
    }
}
