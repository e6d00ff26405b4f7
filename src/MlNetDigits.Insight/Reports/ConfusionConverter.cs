using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlNetDigits.Reports;

/// <summary>Writes a confusion table with one line per true digit.</summary>
internal sealed class ConfusionConverter : JsonConverter<int[][]>
{
    /// <inheritdoc/>
    public override int[][] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var rows = new List<int[]>();
        RequireArray(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            RequireArray(ref reader);
            var counts = new List<int>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                counts.Add(reader.GetInt32());
            rows.Add([.. counts]);
        }

        return [.. rows];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int[][] value, JsonSerializerOptions options)
    {
        string outer = "\n" + new string(' ', writer.CurrentDepth * 2), inner = outer + "  ";
        IEnumerable<string> rows = value.Select(row => $"[{string.Join(", ", row.Select(count => count.ToString(CultureInfo.InvariantCulture)))}]");
        writer.WriteRawValue($"[{inner}{string.Join("," + inner, rows)}{outer}]");
    }

    private static void RequireArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A confusion table must be an array of rows of counts.");
    }
}
