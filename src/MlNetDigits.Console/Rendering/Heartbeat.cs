namespace MlNetDigits.Console.Rendering;

/// <summary>Writes lines, and tells what goes on whenever almost a second passed without one.</summary>
internal sealed class Heartbeat(TextWriter output, TimeProvider time) : IDisposable
{
    /// <summary>Longest silence; a line comes within a second even if the timer is late by a check.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan Check = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long _written = time.GetTimestamp();
    private long _since = time.GetTimestamp();
    private string? _status;
    private bool _isTimed;
    private ITimer? _timer;

    /// <summary>Looks for silence ten times a second until disposed; may be started anew.</summary>
    public Heartbeat Start()
    {
        _timer ??= time.CreateTimer(_ => Beat(), null, Check, Check);
        return this;
    }

    /// <summary>Writes a line.</summary>
    public void WriteLine(string line)
    {
        lock (_lock)
        {
            _written = time.GetTimestamp();
            output.WriteLine(line);
            output.Flush();
        }
    }

    /// <summary>Sets what a line says that breaks a silence.</summary>
    /// <param name="status">What goes on; null ends the beat.</param>
    /// <param name="isTimed">Whether to tell how long it has gone on.</param>
    public void Set(string? status, bool isTimed = false)
    {
        lock (_lock)
        {
            if (status != _status) _since = time.GetTimestamp();
            (_status, _isTimed) = (status, isTimed);
        }
    }

    /// <summary>Writes the status if nothing was written for long.</summary>
    public void Beat()
    {
        lock (_lock)
        {
            if (_status is null || time.GetElapsedTime(_written) < Silence) return;
            WriteLine(_isTimed ? $"{_status}, {Format.Seconds(time.GetElapsedTime(_since).TotalSeconds)}" : _status);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock) _status = null;
        _timer?.Dispose();
        _timer = null;
    }
}
