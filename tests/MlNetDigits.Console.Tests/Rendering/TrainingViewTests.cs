using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class TrainingViewTests
{
    [Fact]
    public void Draw_SecondEpoch_MatchesTheSnapshot()
    {
        var time = new ManualTime();
        var view = new TrainingView(new TrainingClock(time));
        view.Update(Epoch(1, isBest: true));
        view.Update(new TrainingProgress(2, 12, 105, 420, 0.1234, 0.9625, 5123));
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(
            """
            epoch 2/12  ━━━━━━━━━━━━━━━━━━━━━━━━  batch 105/420  0:10  ETA 7:10
            loss 0.1234  accuracy 96.25 %  5,123 images/s

              epoch      loss   accuracy   val. loss   val. accuracy   images/s      time
            ───────────────────────────────────────────────────────────────────────────────
                * 1    0.2500    93.75 %      0.1250         96.88 %      5,000     9.5 s
            """,
            Plain.Render(view.Draw(20)));
    }

    [Fact]
    public void Draw_BeforeTheFirstBatch_SaysWhatHappens() =>
        Assert.StartsWith("reading the images", Plain.Render(new TrainingView(new TrainingClock(new ManualTime())).Draw(3)));

    [Fact]
    public void Draw_MoreEpochsThanRows_ShowsTheLatest()
    {
        var view = new TrainingView(new TrainingClock(new ManualTime()));
        for (int epoch = 1; epoch <= 9; epoch++)
            view.Update(Epoch(epoch, isBest: epoch == 1));

        string text = Plain.Render(view.Draw(3));

        Assert.DoesNotContain("  6    0.2500", text);
        Assert.Contains("  7    0.2500", text);
        Assert.Contains("  9    0.2500", text);
    }

    private static EpochMetrics Epoch(int number, bool isBest) => new(number, 0.001, 0.25, 0.9375, 0.125, 0.96875, 9.5, 47_500, isBest);
}
