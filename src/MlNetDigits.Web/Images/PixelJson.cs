using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;
using MlNetDigits.Images;
using MlNetDigits.Mnist;
using MlNetDigits.Recognition;
using MlNetDigits.Web.Errors;

namespace MlNetDigits.Web.Images;

/// <summary>Reads pixels from JSON without building a document of it.</summary>
internal static class PixelJson
{
    private const int PlainLength = 8 << 10;
    private const int Side = 28;

    /// <summary>Reads <c>{"pixels": [784 numbers]}</c>; other properties are skipped.</summary>
    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="pixels">Where the 784 numbers go.</param>
    /// <exception cref="RequestException">The JSON is another one, or none.</exception>
    public static void Read(ReadOnlySequence<byte> json, Span<float> pixels)
    {
        if (TryReadPlain(json, pixels))
        {
            RequireBytes(pixels, "\"pixels\"");
            return;
        }

        var reader = new Utf8JsonReader(json);
        var found = 0;
        try
        {
            for (Start(ref reader); Next(ref reader, "pixels"u8, ref found);)
                ReadArray(ref reader, pixels, "\"pixels\"");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Bad(error.Message);
        }

        if (found == 0)
            throw Bad("there is no property \"pixels\"");
    }

    /// <summary>Reads <c>{"pixels": [784 numbers]}</c> as a picture of 28×28.</summary>
    /// <param name="json">The whole body, UTF-8.</param>
    /// <exception cref="RequestException">The JSON is another one, or none.</exception>
    public static GrayImage ReadPicture(ReadOnlySequence<byte> json)
    {
        var pixels = new float[MnistView.PixelCount];
        Read(json, pixels);
        return new GrayImage(Side, Side, Array.ConvertAll(pixels, pixel => (byte)MathF.Round(pixel)));
    }

    /// <summary>Reads <c>{"images": [[784 numbers], ...]}</c>; other properties are skipped.</summary>
    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="most">How many images there may be.</param>
    /// <exception cref="RequestException">The JSON is another one, or none.</exception>
    public static RequestDigit[] ReadMany(ReadOnlySequence<byte> json, int most)
    {
        var reader = new Utf8JsonReader(json);
        var digits = new List<RequestDigit>();
        var found = 0;
        try
        {
            for (Start(ref reader); Next(ref reader, "images"u8, ref found);)
            {
                if (reader.TokenType != JsonTokenType.StartArray)
                    throw Bad("\"images\" is no array");
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (digits.Count == most)
                        throw TooMany(most);
                    var image = new DigitImage();
                    ReadArray(ref reader, image.Pixels, $"image {digits.Count}");
                    digits.Add(new RequestDigit(image));
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Bad(error.Message);
        }

        return digits.Count > 0 ? [.. digits] : throw Bad("there are no \"images\"");
    }

    /// <summary>Says that pixels are on the scale of 0 to 1, and the mend.</summary>
    public static string DescribeUnit(ReadOnlySpan<float> pixels, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} has values of 0 to 1, of which {TensorPrimitives.Max(pixels)} is the largest, but ink is 255: multiply them by 255");

    /// <summary>The error of a batch that is too long.</summary>
    public static RequestException TooMany(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, "too-large", $"The batch has more than {most} images, the limit: send them in several batches.");

    private static bool TryReadPlain(ReadOnlySequence<byte> json, Span<float> pixels)
    {
        if (json.IsSingleSegment)
            return PlainPixels.TryRead(json.FirstSpan, pixels);
        if (json.Length > PlainLength)
            return false;
        Span<byte> joined = stackalloc byte[(int)json.Length];
        json.CopyTo(joined);
        return PlainPixels.TryRead(joined, pixels);
    }

    private static void Start(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw Bad("it is no object");
    }

    /// <summary>Goes to the value of the next property of that name, or to the end.</summary>
    private static bool Next(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ref int found)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            if (isWanted)
                return ++found == 1 ? true : throw Bad("a property occurs twice");
            reader.Skip();
        }

        return reader.Read() ? throw Bad("something follows the object") : false;
    }

    private static void ReadArray(ref Utf8JsonReader reader, Span<float> pixels, string name)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Bad($"{name} is no array");
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number)
                throw Bad($"element {count} of {name} is no number");
            if (count == pixels.Length)
                throw Bad($"{name} has more than {MnistView.PixelCount} numbers");
            var value = reader.TryGetInt32(out var whole) ? whole : reader.TryGetSingle(out var real) ? real : float.NaN;
            if (value is not (>= 0 and <= 255))
                throw Bad(string.Create(CultureInfo.InvariantCulture, $"element {count} of {name} is not within 0 (paper) to 255 (ink)"));
            pixels[count++] = value;
        }

        if (count < pixels.Length)
            throw Bad($"{name} has {count} numbers, not {MnistView.PixelCount}");
        RequireBytes(pixels, name);
    }

    private static void RequireBytes(ReadOnlySpan<float> pixels, string name)
    {
        if (PixelScale.IsUnit(pixels))
            throw Bad(DescribeUnit(pixels, name));
    }

    private static RequestException Bad(string reason) =>
        new(StatusCodes.Status400BadRequest, "bad-json", $"The JSON cannot be taken: {reason.TrimEnd('.')}. Send images as 784 numbers of 0 to 255, rows of 28 from the top.");
}
