using MlNetDigits.Console.Rendering;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Console.Tests.Rendering;

public sealed class PlainTrainingDisplayTests
{
    private readonly StringWriter _output = new();
    private readonly ManualTime _time = new();
    private readonly PlainTrainingDisplay _display;

    public PlainTrainingDisplayTests() => _display = new PlainTrainingDisplay(_output, _time);

    private string[] Lines => _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void OnProgress_TenTimesASecond_WritesALineForEachSecond()
    {
        for (int batch = 1; batch <= 30; batch++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            _display.OnProgress(new TrainingProgress(1, 2, batch, 100, 0.5, 0.875, 4321));
        }

        Assert.Equal(3, Lines.Length);
        Assert.Equal("epoch 1/2, batch 8/100: loss 0.5000, accuracy 87.50 %, 4,321 images/s, ETA 0:19", Lines[0]);
    }

    [Fact]
    public void OnEpoch_OfAnEnsemblesMember_TellsTheMember()
    {
        _display.OnProgress(new TrainingProgress(2, 2, 10, 10, 0.5, 0.875, 4321, Member: 2, Members: 3));

        _display.OnEpoch(new EpochMetrics(2, 0.001, 0.25, 0.9375, double.NaN, double.NaN, 2, 1000, true, Member: 2));

        Assert.StartsWith("member 2/3, epoch 2/2: loss 0.2500, accuracy 93.75 %, 2.0 s, 500 images/s", Assert.Single(Lines));
    }

    [Fact]
    public void Then_WorkTakesLong_TellsWhatItIsAboutOnceASecond()
    {
        using var isWritten = new ManualResetEventSlim();
        var output = new SignallingWriter(isWritten);
        var display = new PlainTrainingDisplay(output, TimeProvider.System);

        bool wasTold = display.Then("evaluating the test images", () => isWritten.Wait(TimeSpan.FromSeconds(60)));

        Assert.True(wasTold);
        Assert.Matches(@"^evaluating the test images, \d+\.\d s", output.ToString());
    }

    private sealed class SignallingWriter(ManualResetEventSlim isWritten) : StringWriter
    {
        public override void Flush() => isWritten.Set();
    }
}
