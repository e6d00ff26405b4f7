using MlNetDigits.Evaluation;
using MlNetDigits.Networks.Training;
using MlNetDigits.Reports;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Reports;

internal static class SampleReports
{
    public static EpochMetrics Epoch(int number, bool hasValidation = true) => new(
        number, 0.001, 0.25, 0.9375, hasValidation ? 0.125 : double.NaN, hasValidation ? 0.96875 : double.NaN, 1.5, 7500, number == 1);

    public static TrainingReport Training(string architecture = "simple") => new()
    {
        Architecture = architecture,
        Parameters = 34_826,
        Epochs = 3,
        BestEpoch = 2,
        StoppedBy = StopReason.EarlyStopping,
        Seed = 42,
        BatchSize = 128,
        TrainImages = 54_000,
        TrainSeconds = 12.5,
        ImagesPerSecond = 12_960,
        PeakMemoryBytes = 1 << 28,
        LibraryVersion = "0.1.0",
        Validation = new ValidationReport(6_000, 0.99, 0.03),
        Test = new EvaluationReport
        {
            Images = 4,
            MicroAccuracy = 0.75,
            MacroAccuracy = 0.75,
            LogLoss = 0.5,
            LogLossReduction = double.NaN,
            Classes = [new ClassReport(0, 2, 1, 0.5, 0.6), new ClassReport(1, 2, 0.6667, 1, 0.4)],
            Confusion = [[1, 1], [0, 2]],
        },
    };
}
