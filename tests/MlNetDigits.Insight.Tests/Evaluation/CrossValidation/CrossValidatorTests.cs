using Microsoft.ML;
using MlNetDigits.Evaluation.CrossValidation;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Evaluation.CrossValidation;

public sealed class CrossValidatorTests
{
    private readonly MLContext _ml = new(1);

    [Fact]
    public void Run_ThreeFoldsWithSeed1_TestsEachImageOnce()
    {
        CrossValidationReport report = CrossValidator.Run(_ml, Sample.Train(200), Sample.Chain(_ml, Sample.Quick), folds: 3, seed: 1);

        Assert.Equal([1, 2, 3], report.Folds.Select(fold => fold.Fold));
        Assert.Equal(200, report.Folds.Sum(fold => fold.Images));
        Assert.Equal(report.Folds.Average(fold => fold.LogLoss), report.LogLoss.Mean);
        Assert.InRange(report.MicroAccuracy.Mean, report.MicroAccuracy.Minimum, report.MicroAccuracy.Maximum);
    }

    [Fact]
    public void Run_FewerImagesThanFoldsNeed_Throws()
    {
        var error = Assert.Throws<InvalidDataException>(() => CrossValidator.Run(_ml, Sample.Train(9), Sample.Chain(_ml, Sample.Quick), folds: 5));

        Assert.Equal("9 images are too few for 5 folds: give at least 10, or fewer folds.", error.Message);
    }
}
