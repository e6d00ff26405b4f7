using MlNetDigits.Console.Json;
using Spectre.Console;

namespace MlNetDigits.Console.Rendering.Predictions;

/// <summary>Draws recognized digits or other classes, with the second guess and a bar of confidence.</summary>
internal static class PredictionView
{
    private const int BarWidth = 10;
    private const int LongestLabel = 20;

    /// <summary>Confidence below this is shown in yellow.</summary>
    private const float Sure = 0.9f;

    /// <summary>Writes one line for each file, for pipes.</summary>
    public static string Line(PredictionDocument prediction, IReadOnlyList<string> classNames) => prediction.Rejected == true
        ? $"{prediction.File}: {None(classNames)} (digit score {Format.Percent(prediction.DigitScore ?? 0)})"
        : $"{prediction.File}: {prediction.Label} ({Format.Percent(prediction.Confidence ?? 0)})";

    /// <summary>Writes a table, if there is anything to write.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<PredictionDocument> predictions, IReadOnlyList<string> classNames)
    {
        if (predictions.Count > 0)
            console.Write(Draw(predictions, classNames));
    }

    /// <summary>Draws a table; files of one folder go by their names alone.</summary>
    public static Table Draw(IReadOnlyList<PredictionDocument> predictions, IReadOnlyList<string> classNames)
    {
        string[] folders = [.. predictions.Select(prediction => Path.GetDirectoryName(prediction.File) ?? string.Empty).Distinct()];
        bool isShort = folders.Length == 1;
        Table table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey35);
        table.AddColumn(new TableColumn(isShort && folders[0].Length > 0 ? $"[grey]file in {Markup.Escape(folders[0])}[/]" : "[grey]file[/]"));
        table.AddColumn(new TableColumn($"[grey]{Format.ClassWord(classNames)}[/]").Centered());
        table.AddColumn(new TableColumn("[grey]confidence[/]").RightAligned());
        table.AddColumn(string.Empty);
        table.AddColumn("[grey]else[/]");
        foreach (PredictionDocument prediction in predictions)
            AddRow(table, prediction, isShort ? Path.GetFileName(prediction.File) : prediction.File, classNames);
        return table;
    }

    /// <summary>What an image is called that the model refuses.</summary>
    private static string None(IReadOnlyList<string> classNames) => Format.ClassWord(classNames) == "digit" ? "not a digit" : "none of the classes";

    private static void AddRow(Table table, PredictionDocument prediction, string name, IReadOnlyList<string> classNames)
    {
        if (prediction.Rejected == true)
        {
            table.AddRow(Markup.Escape(name), $"[bold yellow]{None(classNames)}[/]", string.Empty, string.Empty, $"[grey]digit score {Format.Percent(prediction.DigitScore ?? 0)}[/]");
            return;
        }

        float[] scores = prediction.Scores!;
        float confidence = prediction.Confidence ?? 0;
        int second = Enumerable.Range(0, scores.Length).Where(digit => digit != prediction.Digit).MaxBy(digit => scores[digit]);
        string colour = confidence >= Sure ? "green" : "yellow";
        int full = (int)Math.Round(confidence * BarWidth);
        table.AddRow(
            Markup.Escape(name),
            $"[bold {colour}]{Markup.Escape(Format.Shorten(prediction.Label!, LongestLabel))}[/]",
            Format.Percent(confidence),
            $"[{colour}]{new string('━', full)}[/][grey35]{new string('━', BarWidth - full)}[/]",
            $"[grey]{Markup.Escape(Format.Shorten(classNames[second], LongestLabel))} ({Format.Percent(scores[second])})[/]");
    }
}
