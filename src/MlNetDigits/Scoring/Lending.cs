using System.Collections.Concurrent;

namespace MlNetDigits.Scoring;

/// <summary>Lends what one thread at a time may use to many threads; there are as many of them as were ever in use at once.</summary>
/// <param name="create">Makes one more.</param>
internal sealed class Lending<T>(Func<T> create) : IDisposable
    where T : IDisposable
{
    private readonly ConcurrentBag<T> _free = [];

    /// <summary>Uses one that nobody else uses.</summary>
    public TResult Use<TResult>(Func<T, TResult> use)
    {
        T one = _free.TryTake(out T? free) ? free : create();
        try
        {
            return use(one);
        }
        finally
        {
            _free.Add(one);
        }
    }

    public void Dispose()
    {
        while (_free.TryTake(out T? one))
            one.Dispose();
    }
}
