using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;

namespace MlNetDigits.Tests.Evaluation.Calibration;

public sealed class ReliabilityTests
{
    /// <summary>Pavlovic, "Expected calibration error: a step-by-step visual explanation", 2023: nine samples, five bins, 0.10444.</summary>
    private static readonly ScoredImages Pavlovic = Scores.Of(
        (0, [0.78f, 0.22f]), (1, [0.36f, 0.64f]), (0, [0.08f, 0.92f]), (0, [0.58f, 0.42f]), (0, [0.49f, 0.51f]),
        (0, [0.85f, 0.15f]), (1, [0.30f, 0.70f]), (1, [0.63f, 0.37f]), (1, [0.17f, 0.83f]));

    [Fact]
    public void Of_PavlovicsExample_GivesHerError()
    {
        Reliability reliability = Reliability.Of(Pavlovic, 5);

        Assert.Equal(0.10444, reliability.ExpectedCalibrationError, 5);
        Assert.Equal(0.2, reliability.MaximumCalibrationError, 6);
        Assert.Equal([0, 0, 2, 4, 3], reliability.Bins.Select(bin => bin.Images));
    }

    [Fact]
    public void Of_BinWithoutImages_HasNoConfidence()
    {
        CalibrationBin bin = Reliability.Of(Pavlovic, 5).Bins[0];

        Assert.Equal((0.0, 0.2), (bin.Lower, bin.Upper));
        Assert.True(double.IsNaN(bin.Confidence) && double.IsNaN(bin.Accuracy));
    }

    [Fact]
    public void Of_CertainAndRight_IsPerfect()
    {
        Reliability reliability = Reliability.Of(Scores.Of((0, [1, 0]), (1, [0, 1])));

        Assert.Equal((0.0, 0.0, 0.0), (reliability.ExpectedCalibrationError, reliability.MaximumCalibrationError, reliability.LogLoss));
        Assert.Equal(2, reliability.Bins[^1].Images);
    }
}
