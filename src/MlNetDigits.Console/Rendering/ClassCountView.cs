using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws how many images each digit has.</summary>
internal static class ClassCountView
{
    public static Table Draw(IReadOnlyList<(string Name, int[] Counts)> sets)
    {
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(new TableColumn(string.Empty) { Padding = new Padding(0) });
        table.AddColumn(new TableColumn("[grey]images[/]") { Padding = new Padding(0), Width = 8 }.RightAligned());
        for (int digit = 0; digit < 10; digit++)
            table.AddColumn(new TableColumn($"[bold]{digit}[/]") { Padding = new Padding(0), Width = 5 }.RightAligned());
        foreach ((string name, int[] counts) in sets)
            table.AddRow([name, $"[bold]{Format.Count(counts.Sum())}[/]", .. counts.Select(count => count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        return table;
    }
}
