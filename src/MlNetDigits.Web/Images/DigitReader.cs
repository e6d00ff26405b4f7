using Microsoft.Net.Http.Headers;
using MlNetDigits.Images;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Hosting;

namespace MlNetDigits.Web.Images;

/// <summary>Reads one digit from a request's body.</summary>
internal sealed class DigitReader(DigitServiceOptions options)
{
    private readonly ImageDecoderOptions _decoding = new() { MaximumBytes = options.Limits.MaximumBytes, MaximumPixels = options.Limits.MaximumPixels };

    /// <summary>Reads JSON, an image, or a form with an image.</summary>
    /// <exception cref="RequestException">The body is none of these.</exception>
    public async ValueTask<ReadDigit> Read(HttpContext context)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw Unsupported();
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return new ReadDigit(await ReadJson(context), null);
        if (type.Type.Equals("image", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase))
            return Decode(await ReadAll(request.Body, context.RequestAborted));
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await ReadForm(request, context.RequestAborted);
        throw Unsupported();
    }

    private static async ValueTask<DigitImage> ReadJson(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                var image = new DigitImage();
                PixelJson.Read(read.Buffer, image.Pixels);
                return image;
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    private async Task<ReadDigit> ReadForm(HttpRequest request, CancellationToken cancellation)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException error)
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "bad-form", $"The form cannot be read: {error.Message}");
        }

        if (form.Files.Count != 1)
            throw new RequestException(StatusCodes.Status400BadRequest, "bad-form", $"The form has {form.Files.Count} files: send one image.");
        await using var file = form.Files[0].OpenReadStream();
        return Decode(await ReadAll(file, cancellation));
    }

    private ReadDigit Decode(Stream encoded)
    {
        GrayImage image;
        try
        {
            image = ImageDecoder.Decode(encoded, "image", _decoding);
        }
        catch (InvalidDataException error)
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "bad-image", error.Message);
        }

        var pixels = DigitNormalizer.Normalize(image)
            ?? throw new RequestException(StatusCodes.Status422UnprocessableEntity, "no-digit", "The image shows no digit: nothing stands out from its background. Send an image with one clear digit.");
        return new ReadDigit(DigitImage.FromPixels(pixels), pixels);
    }

    private static async Task<Stream> ReadAll(Stream body, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellation);
        bytes.Position = 0;
        return bytes;
    }

    private static RequestException Unsupported() =>
        new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.Of(StatusCodes.Status415UnsupportedMediaType).Code, ErrorCodes.Of(StatusCodes.Status415UnsupportedMediaType).Detail!);
}
