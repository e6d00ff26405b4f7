using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlNetDigits.Notebooks.Kernel;
using MlNetDigits.Notebooks.Walks;

namespace MlNetDigits.Notebooks.Saving;

/// <summary>Writes and reads <c>.ipynb</c> files, format 4.5.</summary>
internal static class NotebookFile
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Path of a walk's notebook.</summary>
    public static string PathOf(string name) => Path.Combine(Checkout.Notebooks, name + ".ipynb");

    /// <summary>Writes a notebook as text.</summary>
    public static string Write(NotebookRun run)
    {
        int executed = 0;
        JsonNode[] cells = [.. run.Cells.Select((item, index) => Cell(item.Cell, item.Outputs, index, item.Cell.IsCode ? ++executed : null))];
        return new JsonObject
        {
            ["cells"] = new JsonArray(cells),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject { ["name"] = "C#", ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["pygments_lexer"] = "csharp" },
                ["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = JsonNode.Parse("""{ "defaultKernelName": "csharp", "items": [{ "aliases": [], "name": "csharp" }] }""") },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString(_json) + "\n";
    }

    /// <summary>Reads the cells of a notebook with their outputs.</summary>
    public static IReadOnlyList<(Cell Cell, IReadOnlyList<CellOutput> Outputs)> Read(string text) =>
        [.. JsonNode.Parse(text)!["cells"]!.AsArray().Select(cell => (
            new Cell((string)cell!["cell_type"]! == "code", Join(cell["source"]!)),
            (IReadOnlyList<CellOutput>)[.. (cell["outputs"]?.AsArray() ?? []).Select(output => Output(output!))]))];

    private static JsonObject Cell(Cell cell, IReadOnlyList<CellOutput> outputs, int index, int? executed)
    {
        var json = new JsonObject { ["cell_type"] = cell.IsCode ? "code" : "markdown", ["id"] = $"cell-{index + 1:00}", ["metadata"] = new JsonObject(), ["source"] = Lines(cell.Source) };
        if (!cell.IsCode) return json;
        json["metadata"] = new JsonObject { ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" }, ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" } };
        json["execution_count"] = executed;
        json["outputs"] = new JsonArray([.. outputs.Select(Output)]);
        return json;
    }

    private static JsonNode Output(CellOutput output) => output.IsDisplay
        ? new JsonObject
        {
            ["output_type"] = "display_data",
            ["data"] = new JsonObject(output.Data.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Lines(entry.Value)))),
            ["metadata"] = new JsonObject(),
        }
        : new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Lines(output.Text) };

    private static CellOutput Output(JsonNode output) => (string)output["output_type"]! == "stream"
        ? CellOutput.Printed(Join(output["text"]!))
        : CellOutput.Displayed(output["data"]!.AsObject().ToDictionary(entry => entry.Key, entry => Join(entry.Value!)));

    private static JsonArray Lines(string text)
    {
        string[] lines = text.Split('\n');
        return new JsonArray([.. lines.Select((line, i) => (JsonNode)(i + 1 < lines.Length ? line + "\n" : line)).Where(line => (string)line! != "")]);
    }

    private static string Join(JsonNode lines) => string.Concat(lines.AsArray().Select(line => (string)line!));
}
