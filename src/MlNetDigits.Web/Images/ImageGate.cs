using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Images;

/// <summary>Decodes and normalizes images, a few at once: each may take a hundred megabytes.</summary>
internal sealed class ImageGate(DigitServiceOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Limits.MaximumDecoding);
    private readonly ImageDecoderOptions _decoding = ImageDecoderOptions.ForDigits with { MaximumBytes = options.Limits.MaximumBytes, MaximumPixels = options.Limits.MaximumPixels };

    /// <summary>Makes 784 pixels of an encoded image, in the form of a model's images.</summary>
    /// <param name="encoded">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM.</param>
    /// <param name="name">What errors call the image.</param>
    /// <param name="form">The form.</param>
    /// <param name="cancellation">Stops waiting for a turn.</param>
    /// <exception cref="RequestException">There is no image, or no digit in it.</exception>
    public async ValueTask<RequestDigit> Normalize(Stream encoded, string name, ImageForm form, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            var image = ImageDecoder.Decode(encoded, name, _decoding);
            return new RequestDigit(Fit(image, name, form), form, image.Frames);
        }
        catch (InvalidDataException error)
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "bad-image", error.Message);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static DigitImage Fit(GrayImage image, string name, ImageForm form)
    {
        try
        {
            return DigitImage.FromImage(image, form, name);
        }
        catch (InvalidDataException error)
        {
            throw new RequestException(StatusCodes.Status422UnprocessableEntity, form.Normalization == ImageNormalization.Digit ? "no-digit" : "bad-size", error.Message);
        }
    }
}
