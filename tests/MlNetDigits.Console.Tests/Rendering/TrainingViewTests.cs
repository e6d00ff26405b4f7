using MlNetDigits.Console.Rendering;
using MlNetDigits.Reports;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class TrainingViewTests
{
    private static readonly TrainingPlan Plan = new() { Epochs = 12, Architecture = "simple", Parameters = 34_826, TrainImages = 54_000, ValidationImages = 6_000, BatchSize = 128, Threads = 2 };

    [Fact]
    public void Draw_SecondEpoch_MatchesTheSnapshot()
    {
        var time = new ManualTime();
        var view = new TrainingView(Plan, new TrainingClock(time, Plan.Epochs));
        view.Update(Epoch(1, isBest: true));
        view.Update(new BatchProgress(2, 105, 420, 0.1234, 0.9625, 5123));
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(
            """
            epoch 2/12  ━━━━━━━━━━━━━━━━━━━━━━━━  batch 105/420  0:10  ETA 7:10
            loss 0.1234  accuracy 96.25 %  5,123 images/s

              epoch     loss   accuracy   val. loss   val. accuracy   images/s    time
            ────────────────────────────────────────────────────────────────────────────
                * 1   0.2500    93.75 %      0.1250         96.88 %      5,000   9.5 s
            """,
            Plain.Render(view.Draw(20)));
    }

    [Fact]
    public void Draw_MoreEpochsThanRows_ShowsTheLatest()
    {
        var view = new TrainingView(Plan, new TrainingClock(new ManualTime(), Plan.Epochs));
        for (int epoch = 1; epoch <= 9; epoch++)
            view.Update(Epoch(epoch, isBest: epoch == 1));

        string text = Plain.Render(view.Draw(3));

        Assert.DoesNotContain("  6   0.2500", text);
        Assert.Contains("  7   0.2500", text);
        Assert.Contains("  9   0.2500", text);
    }

    private static EpochReport Epoch(int number, bool isBest) => new()
    {
        Epoch = number,
        LearningRate = 0.001,
        Loss = 0.25,
        Accuracy = 0.9375,
        ValidationLoss = 0.125,
        ValidationAccuracy = 0.96875,
        Seconds = 9.5,
        ImagesPerSecond = 5000,
        IsBest = isBest,
    };
}
