using MlNetDigits.Datasets;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws what a dataset holds: a line for each class.</summary>
internal static class DatasetView
{
    private const int LongestName = 40;

    public static Table Draw(ImageDataset dataset)
    {
        int[] train = dataset.Train.CountClasses(), test = dataset.Test.CountClasses();
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(new TableColumn("[grey]class[/]") { Footer = new Markup("[grey]all[/]") });
        table.AddColumn(new TableColumn("[grey]train[/]") { Footer = new Markup($"[bold]{Format.Count(dataset.Train.Count)}[/]") }.RightAligned());
        table.AddColumn(new TableColumn("[grey]test[/]") { Footer = new Markup($"[bold]{Format.Count(dataset.Test.Count)}[/]") }.RightAligned());
        for (int i = 0; i < train.Length; i++)
            table.AddRow($"[bold]{Markup.Escape(Format.Shorten(dataset.ClassNames[i], LongestName))}[/]", Format.Count(train[i]), Format.Count(test[i]));
        return table;
    }
}
