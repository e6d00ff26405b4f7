using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MlNetDigits.Web.Contract;

/// <summary>Writes an answer as JSON of known length.</summary>
internal static class JsonAnswer
{
    private const int MostKept = 64 << 10;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static ValueTask<System.IO.Pipelines.FlushResult> Write<T>(HttpResponse response, T answer, JsonTypeInfo<T> type)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(2048);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, answer, type);
        writer.Flush();
        response.ContentType = "application/json";
        response.ContentLength = buffer.WrittenCount;
        if (buffer.Capacity > MostKept)
            _buffer = null;
        // The pipe copies before this returns, so the thread's next answer may reuse the buffer.
        return response.BodyWriter.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }
}
