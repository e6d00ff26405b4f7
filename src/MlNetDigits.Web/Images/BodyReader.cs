using System.Buffers;
using System.IO.Pipelines;
using Microsoft.Net.Http.Headers;
using MlNetDigits.Datasets;
using MlNetDigits.Images;
using MlNetDigits.Web.Errors;
using MlNetDigits.Web.Settings;
using MlNetDigits.Web.Telemetry;

namespace MlNetDigits.Web.Images;

/// <summary>Reads digits from a request's body.</summary>
internal sealed class BodyReader(DigitServiceOptions options, ImageGate images)
{
    private readonly DigitImagePool _pool = new();

    /// <summary>Reads one digit from JSON, an image, or a form with an image.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">Form that an image is brought into; JSON is in it already.</param>
    /// <exception cref="RequestException">The body is none of these.</exception>
    public async ValueTask<RequestDigit> Read(HttpContext context, ImageForm form)
    {
        using var span = Spans.Read();
        switch (BodyKinds.Of(context.Request.ContentType))
        {
            case BodyKind.Json:
                return await ReadJson(context, ReadPixels);
            case BodyKind.Image:
                return await images.Normalize(await ReadAll(context.Request.Body, context.RequestAborted), "image", form, context.RequestAborted);
            default:
                var files = await ReadForm(context, 1);
                return await Normalize(files[0], "image", form, context.RequestAborted);
        }
    }

    /// <summary>Reads many digits from JSON or a form with images; an image alone is a batch of one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="form">Form that images are brought into; JSON is in it already.</param>
    /// <exception cref="RequestException">The body is none of these, or has too many digits.</exception>
    public async ValueTask<RequestDigit[]> ReadMany(HttpContext context, ImageForm form)
    {
        using var span = Spans.Read();
        switch (BodyKinds.Of(context.Request.ContentType))
        {
            case BodyKind.Json:
                return await ReadJson(context, body => PixelJson.ReadMany(body, options.Limits.MaximumBatch));
            case BodyKind.Image:
                return [await Read(context, form)];
            default:
                var files = await ReadForm(context, options.Limits.MaximumBatch);
                var digits = new RequestDigit[files.Count];
                for (var i = 0; i < digits.Length; i++)
                    digits[i] = await Normalize(files[i], $"image {i}", form, context.RequestAborted);
                return digits;
        }
    }

    /// <summary>Reads a picture of any number of digits from an image, a form with an image, or JSON.</summary>
    /// <param name="context">The request.</param>
    /// <exception cref="RequestException">The body is none of these.</exception>
    public async ValueTask<GrayImage> ReadPicture(HttpContext context)
    {
        using var span = Spans.Read();
        switch (BodyKinds.Of(context.Request.ContentType))
        {
            case BodyKind.Json:
                return await ReadJson(context, PixelJson.ReadPicture);
            case BodyKind.Image:
                return await images.Decode(await ReadAll(context.Request.Body, context.RequestAborted), context.RequestAborted);
            default:
                var files = await ReadForm(context, 1);
                await using (var stream = files[0].OpenReadStream())
                    return await images.Decode(stream, context.RequestAborted);
        }
    }

    private RequestDigit ReadPixels(ReadOnlySequence<byte> body)
    {
        var image = _pool.Rent();
        PixelJson.Read(body, image.Pixels);
        return new RequestDigit(image, Pool: _pool);
    }

    private static async ValueTask<T> ReadJson<T>(HttpContext context, Func<ReadOnlySequence<byte>, T> parse)
    {
        var reader = context.Request.BodyReader;
        ReadResult read;
        while (!(read = await reader.ReadAsync(context.RequestAborted)).IsCompleted)
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        try
        {
            return parse(read.Buffer);
        }
        finally
        {
            reader.AdvanceTo(read.Buffer.End);
        }
    }

    private async ValueTask<RequestDigit> Normalize(IFormFile file, string name, ImageForm form, CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        return await images.Normalize(stream, name, form, cancellation);
    }

    private static async ValueTask<IFormFileCollection> ReadForm(HttpContext context, int most)
    {
        IFormFileCollection files;
        try
        {
            files = (await context.Request.ReadFormAsync(context.RequestAborted)).Files;
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new RequestException(StatusCodes.Status400BadRequest, "bad-form", $"The form cannot be read: {error.Message}");
        }

        if (files.Count == 0 || (most == 1 && files.Count > 1))
            throw new RequestException(StatusCodes.Status400BadRequest, "bad-form", $"The form has {files.Count} files: send {(most == 1 ? "one image" : $"1 to {most} images")}.");
        return files.Count <= most ? files : throw PixelJson.TooMany(most);
    }

    private static async ValueTask<MemoryStream> ReadAll(Stream body, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellation);
        bytes.Position = 0;
        return bytes;
    }
}
