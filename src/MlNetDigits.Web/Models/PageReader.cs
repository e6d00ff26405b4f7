using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Models;

/// <summary>Reads pictures of many digits, a few at once: a full page keeps a processor busy for seconds.</summary>
internal sealed class PageReader(DigitServiceOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Limits.MaximumDecoding);

    /// <param name="model">The model to read with.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="known">What is known of its numbers.</param>
    /// <param name="cancellation">Stops waiting for a turn, and reading.</param>
    public async ValueTask<PageReading> Read(ServedModel model, GrayImage picture, DigitReaderOptions known, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return model.Read(picture, known, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();
}
