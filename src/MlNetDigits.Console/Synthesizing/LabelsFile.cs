using System.Globalization;
using MlNetDigits.Console.Hosting;
using MlNetDigits.Evaluation.Lines;
using MlNetDigits.Images;
using MlNetDigits.Synthesis;
using nietras.SeparatedValues;

namespace MlNetDigits.Console.Synthesizing;

/// <summary><c>labels.csv</c>: a row for each picture.</summary>
internal static class LabelsFile
{
    public const string Name = "labels.csv";

    /// <summary>Writes what is known about pictures, in their order.</summary>
    /// <param name="folder">The folder to write to.</param>
    /// <param name="pictures">Names of files, and the pictures without their pixels.</param>
    public static void Write(string folder, IEnumerable<LabelledFile> pictures)
    {
        using SepWriter writer = Sep.New(',').Writer(options => options with { Escape = true }).ToFile(Path.Combine(folder, Name));
        foreach (LabelledFile picture in pictures)
        {
            using SepWriter.Row row = writer.NewRow();
            row["file"].Set(picture.File);
            row["label"].Set(picture.Label);
            row["text"].Set(picture.Text);
            row["boxes"].Set(string.Join(' ', picture.Boxes.Select(Describe)));
            row["paper"].Set(picture.Paper);
            row["lighting"].Set(picture.Lighting);
            row["pen"].Set(picture.Pen);
        }
    }

    /// <summary>Reads which text is on which picture, from this or another CSV file with the columns <c>file</c>, relative to it, and <c>text</c> or <c>label</c>.</summary>
    /// <exception cref="UserError">The file is missing or another one, or a picture is missing.</exception>
    public static LineExample[] Read(string path, ImageDecoderOptions decoding)
    {
        if (!File.Exists(path))
            throw new UserError($"'{path}' does not exist; name a CSV file with the columns file and text.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using SepReader reader = Sep.Reader(options => options with { Unescape = true }).FromFile(path);
        string? text = reader.Header.ColNames.Contains("text") ? "text" : reader.Header.ColNames.Contains("label") ? "label" : null;
        if (text is null || !reader.Header.ColNames.Contains("file"))
            throw new UserError($"'{path}' has the columns {string.Join(", ", reader.Header.ColNames)}, but must have file, and text or label.");
        var lines = new List<LineExample>();
        foreach (SepReader.Row row in reader)
        {
            string file = row["file"].ToString(), picture = Path.Combine(folder, file);
            if (!File.Exists(picture))
                throw new UserError($"'{path}' names '{file}', which is not beside it; mend the name, or leave the row out.");
            string written = row[text].ToString();
            lines.Add(new LineExample(file, () => new LinePicture(ImageDecoder.Decode(picture, decoding), written)));
        }

        return lines.Count > 0 ? [.. lines] : throw new UserError($"'{path}' names no picture; add a row for each.");
    }

    /// <summary>Digit, left, top, width and height with colons between.</summary>
    private static string Describe(DigitBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.Digit}:{box.X}:{box.Y}:{box.Width}:{box.Height}");
}
