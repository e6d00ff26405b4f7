using MlNetDigits.Networks.Training;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Shows a training as a display that redraws itself in place.</summary>
internal sealed class LiveTrainingDisplay(IAnsiConsole console, TimeProvider time) : ITrainingDisplay
{
    /// <summary>Lines that progress, table header and prompt take.</summary>
    private const int OtherLines = 9;

    private static readonly TimeSpan RedrawInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly TrainingView _view = new(new TrainingClock(time));
    private LiveDisplayContext? _context;
    private long _drawn;

    /// <inheritdoc/>
    public T Run<T>(Func<T> train)
    {
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
    public T Then<T>(string status, Func<T> work) => console.Status().Start(Markup.Escape(status), _ => work());

    /// <inheritdoc/>
    public void OnProgress(TrainingProgress progress)
    {
        lock (_lock)
        {
            _view.Update(progress);
            if (time.GetElapsedTime(_drawn) >= RedrawInterval)
                Redraw();
        }
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
        lock (_lock)
        {
            _view.Update(metrics);
            Redraw();
        }
    }

    private void Redraw()
    {
        _drawn = time.GetTimestamp();
        _context?.UpdateTarget(_view.Draw(console.Profile.Height - OtherLines));
    }
}
