using Microsoft.ML;
using MlNetDigits.Datasets;
using MlNetDigits.Evaluation;
using MlNetDigits.Evaluation.Robustness;
using MlNetDigits.Mnist;
using MlNetDigits.Networks.Corruptions;
using MlNetDigits.Tests.Recognition;
using MlNetDigits.Tests.Training;

namespace MlNetDigits.Tests.Evaluation.Robustness;

public sealed class RobustnessTestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ITransformer _model;
    private readonly ScoredImages _clean;

    public RobustnessTestTests()
    {
        MnistView digits = Sample.Test(300);
        NearestMeanModel.SaveOnnx(_folder.File("digits.onnx"));
        _model = EvaluationModel.Load(new MLContext(), _folder.File("digits.onnx"), digits);
        _clean = ScoredImages.Score(_model, digits, new ScoringOptions { KeepPixels = true });
    }

    public void Dispose()
    {
        (_model as IDisposable)?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Run_RotationAndStripes_LosesAccuracyWithStrength()
    {
        RobustnessReport report = RobustnessTest.Run(_model, _clean, new RobustnessOptions { Corruptions = [Corruption.Rotation, Corruption.MotionBlur] });

        Assert.Equal(["rotation", "motion-blur"], report.Corruptions.Select(row => row.Name));
        Assert.All(report.Corruptions, row => Assert.True(row.Accuracy[4].Estimate < row.Accuracy[0].Estimate && row.Accuracy[0].Estimate <= report.Clean.Estimate + 0.05));
        Assert.Equal(report.Corruptions.Average(row => row.Mean), report.Mean);
    }

    [Fact]
    public void Run_EqualSeeds_GivesEqualAccuracies()
    {
        var options = new RobustnessOptions { Corruptions = [Corruption.GaussianNoise], Seed = 7 };

        string first = RobustnessFile.ToCsv(RobustnessTest.Run(_model, _clean, options)), second = RobustnessFile.ToCsv(RobustnessTest.Run(_model, _clean, options));

        Assert.Equal(first, second);
        Assert.Equal(7, first.Split('\n').Length - 1);
        Assert.StartsWith("corruption,strength,images,accuracy,lower,upper\nclean,0,300,", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DarkInk_IsHurtByRotationAsBrightInkIs()
    {
        var options = new RobustnessOptions { Corruptions = [Corruption.Rotation, Corruption.Occlusion] };
        LabelledImageView digits = LabelledImageView.From(Sample.Test(300));
        var negatives = new LabelledImageView([.. digits.Pixels.ToArray().Select(pixel => (byte)(255 - pixel))], digits.Classes.ToArray(), digits.ClassNames);
        NearestMeanModel.SaveOnnx(_folder.File("dark.onnx"), isDark: true);
        using var model = (IDisposable)EvaluationModel.Load(new MLContext(), _folder.File("dark.onnx"), negatives);

        RobustnessReport dark = RobustnessTest.Run((ITransformer)model, ScoredImages.Score((ITransformer)model, negatives, new ScoringOptions { KeepPixels = true }), options);

        RobustnessReport bright = RobustnessTest.Run(_model, _clean, options);
        Assert.All(dark.Corruptions.Zip(bright.Corruptions), pair => Assert.Equal(pair.Second.Mean, pair.First.Mean, 0.01));
    }

    [Fact]
    public void Run_Cancelled_Throws() => Assert.Throws<OperationCanceledException>(() =>
        RobustnessTest.Run(_model, _clean, new RobustnessOptions { CancellationToken = new CancellationToken(canceled: true) }));

    [Fact]
    public void Run_PixelsNotKept_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => RobustnessTest.Run(_model, Scores.Drawn(3, 2, 1, 1)));

        Assert.Contains("KeepPixels", error.Message, StringComparison.Ordinal);
    }
}
