using MlNetDigits.Networks.Training;

namespace MlNetDigits.Networks.Tests.Training;

public sealed class TrainingObserverTests
{
    private static readonly EpochMetrics _epoch = new(1, 0.01, 0.5, 0.9, 0.4, 0.95, 1, 100, true);

    private static readonly TrainingProgress _progress = new(1, 2, 3, 4, 0.5, 0.9, 1000);

    [Fact]
    public void Observer_WithDelegates_PassesOnWhatItIsTold()
    {
        var told = new List<object>();
        var observer = new TrainingObserver { EpochEnded = epoch => told.Add(epoch), Progressed = progress => told.Add(progress) };

        observer.OnProgress(_progress);
        observer.OnEpoch(_epoch);

        Assert.Equal([_progress, _epoch], told);
    }

    [Fact]
    public void Observer_WithoutDelegates_IgnoresWhatItIsTold()
    {
        var observer = new TrainingObserver();

        Exception? error = Record.Exception(() =>
        {
            observer.OnProgress(_progress);
            observer.OnEpoch(_epoch);
        });

        Assert.Null(error);
    }
}
