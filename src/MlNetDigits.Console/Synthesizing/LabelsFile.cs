using System.Globalization;
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

    /// <summary>Digit, left, top, width and height with colons between.</summary>
    private static string Describe(DigitBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.Digit}:{box.X}:{box.Y}:{box.Width}:{box.Height}");
}
