using MlNetDigits.Reports;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training as a display that redraws itself in place.</summary>
internal sealed class LiveTrainingDisplay(IAnsiConsole console, TrainingPlan plan, TimeProvider time) : ITrainingDisplay
{
    /// <summary>Lines that progress, table header and prompt take.</summary>
    private const int OtherLines = 9;

    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private TrainingView? _view;
    private LiveDisplayContext? _context;
    private long _drawn;

    /// <inheritdoc/>
    public T Run<T>(Func<T> train)
    {
        _view = new TrainingView(plan, new TrainingClock(time, plan.Epochs));
        return console.Live(_view.Draw(1)).AutoClear(false).Start(context =>
        {
            _context = context;
            T result = train();
            _view.Finish();
            Redraw();
            return result;
        });
    }

    /// <inheritdoc/>
    public void Batch(BatchProgress progress)
    {
        lock (_lock)
        {
            _view?.Update(progress);
            if (time.GetElapsedTime(_drawn) >= RedrawInterval)
                Redraw();
        }
    }

    /// <inheritdoc/>
    public void Epoch(EpochReport epoch)
    {
        lock (_lock)
        {
            _view?.Update(epoch);
            Redraw();
        }
    }

    private void Redraw()
    {
        _drawn = time.GetTimestamp();
        _context?.UpdateTarget(_view!.Draw(console.Profile.Height - OtherLines));
    }
}
