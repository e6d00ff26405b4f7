using MlNetDigits.Charts;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Reports.Html;

/// <summary>Loss, accuracy and learning rate over the epochs.</summary>
internal static class TrainingSection
{
    public static ReportSection Create(IReadOnlyList<EpochMetrics> history)
    {
        int members = history.Select(epoch => epoch.Member).Distinct().Count();
        EpochMetrics? kept = members == 1 ? history.LastOrDefault(epoch => epoch.IsBest) : null;
        string chosen = kept is null ? "Each network keeps the weights of its marked epoch."
            : double.IsNaN(kept.ValidationAccuracy) ? $"Without validation images, the weights of epoch {kept.Epoch}, the last, were kept."
            : $"The weights of epoch {kept.Epoch} were kept: accuracy {Figures.Percent(kept.ValidationAccuracy)} and loss {Figures.Number(kept.ValidationLoss)} on the validation images.";
        return new ReportSection("training", "Training", Markup.Of($"""
            <p>{chosen} Training images are distorted at random and taught with dropout, so they may score lower than validation images.</p>
            {ChartBox.Of(new TrainingCurves { Epochs = history }.Draw())}{ChartBox.Of(new LearningRateCurve { Epochs = history }.Draw())}
            """));
    }
}
