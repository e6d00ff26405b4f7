using System.Globalization;
using System.Runtime.ExceptionServices;

namespace MlNetDigits.Networks.Execution;

/// <summary>Threads that run one piece of work together, again and again, without allocating; the caller is one of them.</summary>
internal sealed class WorkerTeam : IDisposable
{
    // A few dozen microseconds: long enough for threads that finish together, too short to starve others of a busy machine.
    private const int SpinsBeforeSleep = 60;

    private readonly Lock _runs = new();
    private readonly object _wakeUp = new();
    private readonly object _finished = new();
    private volatile Action<int>? _work;
    private volatile Exception? _failure;
    private volatile int _generation;
    private int _unfinished;

    /// <param name="size">Number of threads including the caller, at least 1.</param>
    public WorkerTeam(int size)
    {
        Size = Guard.AtLeast(1, size, nameof(size));
        for (int worker = 1; worker < size; worker++)
        {
            int number = worker;
            new Thread(() => Work(number)) { IsBackground = true, Name = string.Create(CultureInfo.InvariantCulture, $"network worker {number}") }.Start();
        }
    }

    public int Size { get; }

    /// <summary>Runs the work on every thread at once, each with its number, and waits for all of them.</summary>
    public void Run(Action<int> work)
    {
        lock (_runs)
        {
            if (Size > 1)
            {
                _failure = null;
                _work = work;
                Volatile.Write(ref _unfinished, Size - 1);
                lock (_wakeUp)
                {
                    _generation++;
                    Monitor.PulseAll(_wakeUp);
                }
            }

            try
            {
                work(0);
            }
            finally
            {
                var spin = new SpinWait();
                while (Volatile.Read(ref _unfinished) > 0 && spin.Count < SpinsBeforeSleep) spin.SpinOnce(sleep1Threshold: -1);
                lock (_finished)
                    while (Volatile.Read(ref _unfinished) > 0) Monitor.Wait(_finished);
            }

            if (_failure is { } failure) ExceptionDispatchInfo.Throw(failure);
        }
    }

    public void Dispose()
    {
        lock (_wakeUp)
        {
            _work = null;
            _generation++;
            Monitor.PulseAll(_wakeUp);
        }
    }

    private void Work(int number)
    {
        for (int seen = 0; ;)
        {
            var spin = new SpinWait();
            while (_generation == seen && spin.Count < SpinsBeforeSleep) spin.SpinOnce(sleep1Threshold: -1);
            lock (_wakeUp)
                while (_generation == seen) Monitor.Wait(_wakeUp);

            seen++;
            if (_work is not { } work) return;
            try
            {
                work(number);
            }
            catch (Exception exception)
            {
                _failure = exception;
            }

            if (Interlocked.Decrement(ref _unfinished) > 0) continue;
            lock (_finished) Monitor.Pulse(_finished);
        }
    }
}
