using MlNetDigits.Datasets;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws what a dataset holds: a line for each class.</summary>
internal static class DatasetView
{
    private const int LongestName = 40;

    public static Table Draw(ImageDataset dataset)
    {
        (string Name, LabelledImageView? View)[] sides = [("train", dataset.Train), ("validation", dataset.Validation), ("test", dataset.Test)];
        (string Name, int[] Counts)[] columns = [.. sides.Where(side => side.View is not null).Select(side => (side.Name, side.View!.CountClasses()))];
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(new TableColumn("[grey]class[/]") { Footer = new Markup("[grey]all[/]") });
        foreach ((string name, int[] counts) in columns)
            table.AddColumn(new TableColumn($"[grey]{name}[/]") { Footer = new Markup($"[bold]{Format.Count(counts.Sum())}[/]") }.RightAligned());
        for (int i = 0; i < dataset.ClassNames.Count; i++)
            table.AddRow([$"[bold]{Markup.Escape(Format.Shorten(dataset.ClassNames[i], LongestName))}[/]", .. columns.Select(column => Format.Count(column.Counts[i]))]);
        return table;
    }
}
