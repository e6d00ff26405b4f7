using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Reading;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Settings;

namespace MlNetDigits.Web.Images;

/// <summary>Decodes and normalizes images, a few at once: each may take a hundred megabytes.</summary>
internal sealed class ImageGate(DigitServiceOptions options) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(options.Limits.MaximumDecoding);
    private readonly ImageDecoderOptions _digits = Limit(ImageDecoderOptions.ForDigits, options.Limits);
    private readonly ImageDecoderOptions _pages = Limit(DigitReader.Decoding, options.Limits);

    /// <summary>Makes 784 pixels of an encoded image, in the form of a model's images.</summary>
    /// <param name="encoded">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM.</param>
    /// <param name="name">What errors call the image.</param>
    /// <param name="form">The form.</param>
    /// <param name="cancellation">Stops waiting for a turn.</param>
    /// <exception cref="RequestException">There is no image, or no digit in it.</exception>
    public ValueTask<RequestDigit> Normalize(Stream encoded, string name, ImageForm form, CancellationToken cancellation) =>
        Decode(encoded, name, _digits, image => new RequestDigit(Fit(image, name, form), form, image.Frames), cancellation);

    /// <summary>Decodes an image to read all digits of it.</summary>
    /// <param name="encoded">PNG, JPEG, WebP, GIF, TIFF, BMP or PNM.</param>
    /// <param name="cancellation">Stops waiting for a turn.</param>
    /// <exception cref="RequestException">There is no image.</exception>
    public ValueTask<GrayImage> Decode(Stream encoded, CancellationToken cancellation) => Decode(encoded, "image", _pages, image => image, cancellation);

    public void Dispose() => _turns.Dispose();

    private static ImageDecoderOptions Limit(ImageDecoderOptions decoding, RequestLimits limits) => decoding with { MaximumBytes = limits.MaximumBytes, MaximumPixels = limits.MaximumPixels };

    private async ValueTask<T> Decode<T>(Stream encoded, string name, ImageDecoderOptions decoding, Func<GrayImage, T> use, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return use(ImageDecoder.Decode(encoded, name, decoding));
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
