using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlNetDigits.Console.Json;

/// <summary>Generated serialization of documents that take a line each.</summary>
[JsonSerializable(typeof(PredictionDocument))]
[JsonSerializable(typeof(ReadingDocument))]
internal sealed partial class JsonLines : JsonSerializerContext
{
    private static readonly JsonLines Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Writes a document as a line in which umlauts stay readable.</summary>
    public static string Write<T>(T document) => JsonSerializer.Serialize(document, typeof(T), Readable);
}
