using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Reading.Lines;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Models;

/// <summary>Reads pictures of many digits, a few at once: a full page keeps a processor busy for seconds.</summary>
internal sealed class PageReader : IDisposable
{
    private readonly SemaphoreSlim _turns;
    private readonly LineRecognizer? _lines;

    /// <exception cref="IOException">The network for lines is missing.</exception>
    /// <exception cref="InvalidDataException">It is another kind of file.</exception>
    public PageReader(DigitServiceOptions options)
    {
        _lines = (options.Lines ?? ShippedModels.Find(ShippedModels.Lines)) is { } path ? LineRecognizer.Load(path) : null;
        _turns = new SemaphoreSlim(options.Limits.MaximumDecoding);
    }

    /// <summary>Tells what cannot be read before a picture is awaited.</summary>
    /// <exception cref="RequestException">The model is of other classes or images, an option is wrong, or the service has no network for lines.</exception>
    public void RequireReadable(ServedModel model, DigitReaderOptions known) => model.CreateReader(RequireLines(), known);

    /// <param name="model">The model to read with.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="known">What is known of its numbers.</param>
    /// <param name="cancellation">Stops waiting for a turn, and reading.</param>
    public async ValueTask<PageReading> Read(ServedModel model, GrayImage picture, DigitReaderOptions known, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return model.Read(picture, RequireLines(), known, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _lines?.Dispose();
        _turns.Dispose();
    }

    private LineRecognizer RequireLines() => _lines
        ?? throw new RequestException(StatusCodes.Status422UnprocessableEntity, "no-lines", "This service has no network for lines, and reads single digits alone: send the picture to /v1/predict.");
}
