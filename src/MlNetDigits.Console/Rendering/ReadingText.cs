using System.Globalization;
using MlNetDigits.Console.Json;
using MlNetDigits.Reading;

namespace MlNetDigits.Console.Rendering;

/// <summary>Writes what was read of a picture as text, CSV or a JSON line.</summary>
internal static class ReadingText
{
    public const string CsvHeader = "file,page,line,text,confidence,valid,x,y,width,height,error";

    /// <summary>Gives the lines of a format; none for one document of all.</summary>
    public static IEnumerable<string> Format(ReadingDocument document, string format) => format switch
    {
        "csv" => Csv(document),
        "jsonl" => [JsonLines.Write(document)],
        "text" when document.Error is null => Text(document),
        _ => [],
    };

    private static IEnumerable<string> Text(ReadingDocument document)
    {
        string start = $"{document.Name}: ";
        if (document.Lines is not { Count: > 0 } lines)
            return [$"{start}no digit"];
        return lines.Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? start : new string(' ', start.Length))}{line.Text} ({100 * line.Confidence:F2} %{(line.IsValid ? "" : ", not as asked for")})"));
    }

    private static IEnumerable<string> Csv(ReadingDocument document)
    {
        string page = document.Page is { } number ? Number(number) : "";
        if (document.Error is { } error)
            return [Row(document.File, page, "", "", "", "", "", "", "", "", error)];
        return document.Lines!.Select((line, i) =>
        {
            InkBox box = line.Box;
            return Row(document.File, page, Number(i + 1), line.Text, line.Confidence.ToString(CultureInfo.InvariantCulture), line.IsValid ? "true" : "false", Number(box.X), Number(box.Y), Number(box.Width), Number(box.Height), "");
        });
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Row(params string[] fields) => string.Join(',', fields.Select(CsvField.Quote));
}
