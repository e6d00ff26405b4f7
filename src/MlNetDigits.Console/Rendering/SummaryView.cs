using MlNetDigits.Console.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws the layers of a network or the nodes of an ONNX model.</summary>
internal static class SummaryView
{
    public static IRenderable Draw(SummaryDocument summary)
    {
        List<IRenderable> parts =
        [
            new Markup($"[bold]{Markup.Escape(summary.Name)}[/]"),
            new Markup($"[grey]input[/]  {Markup.Escape(summary.Input)}"),
            new Markup($"[grey]output[/] {Markup.Escape(summary.Output)}"),
        ];
        parts.AddRange((summary.Metadata ?? new Dictionary<string, string>()).Select(pair =>
            new Markup($"[grey]{Markup.Escape(pair.Key)}[/] {Markup.Escape(pair.Value)}")));
        parts.Add(LayerTable(summary));
        return new Rows(parts);
    }

    private static Table LayerTable(SummaryDocument summary)
    {
        bool hasShapes = summary.Flops is not null;
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(new TableColumn("[grey]layer[/]") { Footer = new Markup("[bold]total[/]") });
        table.AddColumn(new TableColumn("[grey]kind[/]"));
        if (hasShapes)
            table.AddColumn(new TableColumn("[grey]output[/]").RightAligned());
        table.AddColumn(new TableColumn("[grey]parameters[/]") { Footer = new Markup($"[bold]{Format.Count(summary.Parameters)}[/]") }.RightAligned());
        if (hasShapes)
            table.AddColumn(new TableColumn("[grey]FLOPs[/]") { Footer = new Markup($"[bold]{Format.Count(summary.Flops ?? 0)}[/]") }.RightAligned());
        foreach (LayerDocument layer in summary.Layers)
            table.AddRow([.. Cells(layer).Select(Markup.Escape)]);
        return table;
    }

    private static IEnumerable<string> Cells(LayerDocument layer)
    {
        yield return layer.Name;
        yield return layer.Kind;
        if (layer.Output is { } output)
            yield return output;
        yield return Format.Count(layer.Parameters);
        if (layer.Flops is { } flops)
            yield return Format.Count(flops);
    }
}
