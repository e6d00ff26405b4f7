using MlNetDigits.Console.Json;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering;

/// <summary>Draws recognized digits, with the second guess and a bar of confidence.</summary>
internal static class PredictionView
{
    private const int BarWidth = 10;

    /// <summary>Confidence below this is shown in yellow.</summary>
    private const float Sure = 0.9f;

    /// <summary>Writes one line for each file, for pipes.</summary>
    public static string Line(PredictionDocument prediction) =>
        $"{prediction.File}: {prediction.Digit} ({Format.Percent(prediction.Confidence ?? 0)})";

    /// <summary>Draws a table; files of one folder go by their names alone.</summary>
    public static Table Draw(IReadOnlyList<PredictionDocument> predictions)
    {
        string[] folders = [.. predictions.Select(prediction => Path.GetDirectoryName(prediction.File) ?? string.Empty).Distinct()];
        bool isShort = folders.Length == 1;
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(new TableColumn(isShort && folders[0].Length > 0 ? $"[grey]file in {Markup.Escape(folders[0])}[/]" : "[grey]file[/]"));
        table.AddColumn(new TableColumn("[grey]digit[/]").Centered());
        table.AddColumn(new TableColumn("[grey]confidence[/]").RightAligned());
        table.AddColumn(string.Empty);
        table.AddColumn("[grey]else[/]");
        foreach (PredictionDocument prediction in predictions)
            AddRow(table, prediction, isShort ? Path.GetFileName(prediction.File) : prediction.File);
        return table;
    }

    private static void AddRow(Table table, PredictionDocument prediction, string name)
    {
        float[] scores = prediction.Scores!;
        float confidence = prediction.Confidence ?? 0;
        int second = Enumerable.Range(0, scores.Length).Where(digit => digit != prediction.Digit).MaxBy(digit => scores[digit]);
        string colour = confidence >= Sure ? "green" : "yellow";
        int full = (int)Math.Round(confidence * BarWidth);
        table.AddRow(
            Markup.Escape(name),
            $"[bold {colour}]{prediction.Digit}[/]",
            Format.Percent(confidence),
            $"[{colour}]{new string('━', full)}[/][grey35]{new string('━', BarWidth - full)}[/]",
            $"[grey]{second} ({Format.Percent(scores[second])})[/]");
    }
}
