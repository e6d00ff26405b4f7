namespace MlNetDigits.Console.Commands;

/// <summary>Ends a training when its time is over, but not before its first epoch is done.</summary>
internal sealed class TrainDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeSpan? _limit;
    private readonly TimeProvider _time;
    private readonly long _start;

    /// <summary>Starts the clock.</summary>
    /// <param name="limit">The time; null for any.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the training at once.</param>
    public TrainDeadline(TimeSpan? limit, TimeProvider time, CancellationToken cancellation)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _limit = limit;
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>Gets the token that ends the training.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gets the time that is left; null without a limit.</summary>
    public TimeSpan? Left => _limit - _time.GetElapsedTime(_start);

    /// <summary>Is told of each epoch; from the first on the limit counts.</summary>
    public void OnEpoch()
    {
        if (Left is { } left)
            _source.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
