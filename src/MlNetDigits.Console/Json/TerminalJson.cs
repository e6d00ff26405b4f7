using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlNetDigits.Console.Hosting;

namespace MlNetDigits.Console.Json;

/// <summary>Writes one JSON document to standard output.</summary>
internal static class TerminalJson
{
    public static void WriteJson<T>(this Terminal terminal, T document, JsonTypeInfo<T> type) =>
        terminal.Output.WriteLine(JsonSerializer.Serialize(document, type));
}
