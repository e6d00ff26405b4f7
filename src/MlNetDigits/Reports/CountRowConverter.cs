using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlNetDigits.Reports;

/// <summary>Writes a row of counts on one line, also in indented JSON.</summary>
internal sealed class CountRowConverter : JsonConverter<int[]>
{
    /// <inheritdoc/>
    public override int[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A row of counts must be an array.");
        var counts = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            counts.Add(reader.GetInt32());
        return [.. counts];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int[] value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(", ", value.Select(count => count.ToString(CultureInfo.InvariantCulture)))}]");
}
