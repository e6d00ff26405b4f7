namespace MlNetDigits.Console.Rendering;

/// <summary>Fields of CSV (RFC 4180).</summary>
internal static class CsvField
{
    /// <summary>Puts a field that needs it into quotes.</summary>
    public static string Quote(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
