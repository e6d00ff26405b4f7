using MlNetDigits.Console.Rendering;
using MlNetDigits.Evaluation;
using MlNetDigits.Reports;
using MlNetDigits.Training;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class TrainingSentencesTests
{
    [Fact]
    public void Of_ATraining_SaysWhatCameOut() => Assert.Equal(
        [
            "The model recognizes 99.00 % of 200 test images; 2 are wrong.",
            "With 95 % probability its true accuracy is from 96.43 to 99.73 %.",
            "Training took 12.3 s for 4 epochs.",
            "50 validation images chose epoch 3, and the test images had no say.",
            "Use it: mlnet-digits predict --model \"my models/a\" image.png",
        ],
        TrainingSentences.Of(Report(StopReason.Epochs), 4, "my models/a"));

    [Theory]
    [InlineData(StopReason.EarlyStopping, "Training stopped early after 4 epochs of at most 9, in 12.3 s: validation improved no more.")]
    [InlineData(StopReason.Cancellation, "Training was interrupted after 4 epochs of 9, in 12.3 s; the best so far is kept.")]
    [InlineData(StopReason.TrainTime, "Training stopped at its time limit after 4 epochs of 9, in 12.3 s; the best is kept.")]
    public void Of_AnEarlyEnd_SaysWhy(StopReason reason, string expected) => Assert.Contains(expected, TrainingSentences.Of(Report(reason), 9, "a"));

    private static TrainingReport Report(StopReason reason) => new()
    {
        Architecture = "tiny", Parameters = 1, Epochs = 4, BestEpoch = 3, StoppedBy = reason, Seed = 1, BatchSize = 1, TrainImages = 1, TrainSeconds = 12.34, ImagesPerSecond = 1, PeakMemoryBytes = 1,
        LibraryVersion = "1", Validation = new ValidationReport(50, 0.9, 0.1),
        Test = new EvaluationReport { Images = 200, MicroAccuracy = 0.99, MacroAccuracy = 0.99, LogLoss = 0, LogLossReduction = 1, Classes = [], Confusion = [[99, 1], [1, 99]] },
    };
}
