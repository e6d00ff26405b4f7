using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Calibration;

namespace MlNetDigits.Tests.Evaluation.Calibration;

public sealed class TemperatureScalingTests
{
    [Fact]
    public void Fit_OneMarginOfFour_GivesTheClosedForm()
    {
        float sure = 1 / (1 + MathF.Exp(-4));
        ScoredImages images = Scores.Of([.. Enumerable.Range(0, 10).Select(i => (i < 8 ? 0 : 1, new[] { sure, 1 - sure }))]);

        TemperatureScaling scaling = TemperatureScaling.Fit(images);

        Assert.Equal(4 / Math.Log(0.8 / 0.2), scaling.Temperature, 4);
        Assert.Equal(0.8f, scaling.Apply(images).ConfidenceOf(0), 1e-5f);
    }

    [Fact]
    public void Fit_TwiceTooSharpWithSeed1_FindsTwo()
    {
        ScoredImages images = Scores.Drawn(20_000, 10, sharpness: 2, seed: 1);

        TemperatureScaling scaling = TemperatureScaling.Fit(images);

        Assert.Equal(2, scaling.Temperature, 0.05);
        Assert.InRange(Reliability.Of(scaling.Apply(images)).ExpectedCalibrationError, 0, Reliability.Of(images).ExpectedCalibrationError / 5);
    }

    [Fact]
    public void Apply_AnyTemperature_KeepsTheClasses()
    {
        ScoredImages images = Scores.Drawn(500, 10, sharpness: 1, seed: 2);

        ScoredImages scaled = new TemperatureScaling(3).Apply(images);

        Assert.Equal(images.PredictedClasses, scaled.PredictedClasses);
        Assert.All(Enumerable.Range(0, 500), image => Assert.True(scaled.ConfidenceOf(image) <= images.ConfidenceOf(image)));
    }

    [Fact]
    public void Fit_EveryImageRight_StopsAtTheLowestTemperature()
    {
        ScoredImages images = Scores.Of((0, [0.9f, 0.1f]), (1, [0.2f, 0.8f]));

        Assert.Equal(0.05, TemperatureScaling.Fit(images).Temperature, 6);
    }

    [Fact]
    public void Create_NoValidationImages_SaysSo()
    {
        CalibrationReport report = CalibrationReport.Create(Scores.Of((0, [0.9f, 0.1f])), CalibrationSource.None);

        Assert.Equal((null, null, "no validation images were given"), (report.Temperature, report.After, report.FittedOn));
    }
}
