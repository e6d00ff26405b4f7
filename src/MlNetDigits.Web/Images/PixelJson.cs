using System.Buffers;
using System.Globalization;
using System.Text.Json;
using MlNetDigits.Mnist;
using MlNetDigits.Web.Errors;

namespace MlNetDigits.Web.Images;

/// <summary>Reads pixels from JSON without building a document of it.</summary>
internal static class PixelJson
{
    /// <summary>Reads <c>{"pixels": [784 numbers]}</c>; other properties are skipped.</summary>
    /// <param name="json">The whole body, UTF-8.</param>
    /// <param name="pixels">Where the 784 numbers go.</param>
    /// <exception cref="RequestException">The JSON is another one, or none.</exception>
    public static void Read(ReadOnlySequence<byte> json, Span<float> pixels)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var found = false;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw Bad("it is no object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isPixels = reader.ValueTextEquals("pixels"u8);
                reader.Read();
                if (isPixels)
                    ReadArray(ref reader, pixels, "pixels");
                else
                    reader.Skip();
                found |= isPixels;
            }

            if (reader.Read())
                throw Bad("something follows the object");
            if (!found)
                throw Bad("there is no property \"pixels\"");
        }
        catch (JsonException error)
        {
            throw Bad(error.Message.TrimEnd('.'));
        }
    }

    /// <summary>Reads 784 numbers; the reader stands at the array's start and then at its end.</summary>
    public static void ReadArray(ref Utf8JsonReader reader, Span<float> pixels, string name)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Bad($"\"{name}\" is no array");
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number)
                throw Bad($"element {count} of \"{name}\" is no number");
            if (count == pixels.Length)
                throw Bad($"\"{name}\" has more than {MnistView.PixelCount} numbers");
            var value = reader.TryGetInt32(out var whole) ? whole : reader.TryGetSingle(out var real) ? real : float.NaN;
            if (value is not (>= 0 and <= 255))
                throw Bad(string.Create(CultureInfo.InvariantCulture, $"element {count} of \"{name}\" is not within 0 (paper) to 255 (ink)"));
            pixels[count++] = value;
        }

        if (count < pixels.Length)
            throw Bad($"\"{name}\" has {count} numbers, not {MnistView.PixelCount}");
    }

    /// <summary>The error of a body that is not what it should be.</summary>
    public static RequestException Bad(string reason) =>
        new(StatusCodes.Status400BadRequest, "bad-json", $"The JSON cannot be taken: {reason}. Send {{\"pixels\": [784 numbers of 0 to 255, rows of 28 from the top]}}.");
}
