using System.Globalization;
using System.Text;

namespace MlNetDigits.Networks;

/// <summary>Writes a network as a table.</summary>
internal static class NetworkSummary
{
    public static string Format(Network network)
    {
        List<string[]> rows = [["Layer", "Kind", "Output", "Parameters", "FLOPs"]];
        rows.Add(["input", "", network.InputShape.ToString(), "", ""]);
        rows.AddRange(network.Nodes.Select(Row));
        rows.Add(["total", network.Architecture, "", Number(network.ParameterCount), Number(network.Flops)]);

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        for (int i = 0; i < rows.Count; i++)
        {
            if (i == 1 || i == rows.Count - 1) text.AppendLine(string.Join("  ", widths.Select(width => new string('─', width))));
            text.AppendLine(string.Join("  ", rows[i].Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }

        return text.ToString();
    }

    private static string[] Row(NetworkNode node) =>
    [
        node.Name,
        $"{node.Layer.Kind} {node.Layer.Details}".TrimEnd(),
        node.Layer.OutputShape.ToString(),
        Number(node.Layer.ParameterCount),
        Number(node.Layer.Flops),
    ];

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
