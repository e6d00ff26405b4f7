using MlNetDigits.Evaluation;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Rendering;

/// <summary>Says in sentences what came out of a training.</summary>
internal static class TrainingSentences
{
    /// <summary>Writes the sentences, each short enough for a line of a terminal.</summary>
    /// <param name="report">What the training came to.</param>
    /// <param name="epochs">Epochs that were planned.</param>
    /// <param name="folder">Folder of the model, as people would type it.</param>
    public static IEnumerable<string> Of(TrainingReport report, int epochs, string folder)
    {
        int wrong = report.Test.Confusion.Select((row, label) => row.Where((_, answer) => answer != label).Sum()).Sum(), images = report.Test.Images;
        yield return $"The model recognizes {Format.Percent(report.Test.MicroAccuracy)} of {Format.Count(images)} test images; {Format.Count(wrong)} {(wrong == 1 ? "is" : "are")} wrong.";
        if (images > 0)
            yield return $"With 95 % probability its true accuracy is from {Format.PercentRange(WilsonInterval.Of(images - wrong, images))}.";
        if (report.Test.Rejection is { DigitShare: { } digits } rejection)
            yield return $"It refuses {Format.Percent(digits)} of them, wrongly{(rejection.OtherShare is { } others ? $", and rightly {Format.Percent(others)} of {Format.Count(rejection.Others)} images to refuse" : "")}.";
        yield return Ending(report, epochs);
        if (report.Validation is { } validation)
            yield return $"{Format.Count(validation.Images)} validation images chose epoch {report.BestEpoch}, and the test images had no say.";
        string model = folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
        yield return $"Use it: mlnet-digits predict --model {model} image.png";
    }

    private static string Ending(TrainingReport report, int epochs)
    {
        string time = Format.Seconds(report.TrainSeconds), run = $"{report.Epochs} {(report.Epochs == 1 ? "epoch" : "epochs")}";
        return report.StoppedBy switch
        {
            StopReason.EarlyStopping => $"Training stopped early after {run} of at most {epochs}, in {time}: validation improved no more.",
            StopReason.Cancellation => $"Training was interrupted after {run} of {epochs}, in {time}; the best so far is kept.",
            StopReason.TrainTime => $"Training stopped at its time limit after {run} of {epochs}, in {time}; the best is kept.",
            _ => $"Training took {time} for {run}.",
        };
    }
}
