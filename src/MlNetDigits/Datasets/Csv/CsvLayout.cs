using System.Globalization;
using MlNetDigits.Mnist;
using nietras.SeparatedValues;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Which column of a CSV file has the label; all others are pixels.</summary>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="LabelColumn">Index of the label's column, -1 where there is none.</param>
internal sealed record CsvLayout(bool HasHeader, int LabelColumn)
{
    private static readonly string[] LabelNames = ["label", "class"];

    /// <summary>Whether rows have labels.</summary>
    public bool HasLabels => LabelColumn >= 0;

    private int Columns => MnistView.PixelCount + (HasLabels ? 1 : 0);

    /// <summary>Tells the layout by the first row.</summary>
    /// <exception cref="InvalidDataException">The number of columns does not fit.</exception>
    public static CsvLayout Of(SepReader.Row row, string path, int line)
    {
        if (row.ColCount is not (MnistView.PixelCount or MnistView.PixelCount + 1))
            throw new InvalidDataException($"Line {line} of '{path}' has {row.ColCount} column{(row.ColCount == 1 ? "" : "s")}, but 785 are needed (label,pixel0..pixel783), or 784 without labels. Separate them by commas.");

        string[] fields = [.. row[0..].ToStringsArray().Select(field => field.Trim())];
        bool isLabelled = fields.Length > MnistView.PixelCount;
        bool hasHeader = fields.Skip(1).All(field => !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        int named = hasHeader && isLabelled ? Array.FindIndex(fields, field => LabelNames.Contains(field, StringComparer.OrdinalIgnoreCase)) : -1;
        return new CsvLayout(hasHeader, isLabelled ? Math.Max(0, named) : -1);
    }

    /// <summary>Reads a row's pixels and gives its label, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">The row is malformed; the message names line and value.</exception>
    public string? ReadRow(SepReader.Row row, Span<byte> pixels, string path, int line, CsvScale scale)
    {
        string? label = null;
        int pixel = 0;
        for (int column = 0; column < row.ColCount; column++)
        {
            ReadOnlySpan<char> field = row[column].Span;
            if (column == LabelColumn)
            {
                label = LabelText.Clean(field.ToString());
                continue;
            }

            if (pixel < pixels.Length && !scale.TryParse(field, out pixels[pixel]))
                throw new InvalidDataException($"Line {line} of '{path}' has '{field.Trim()}' as pixel {pixel}, but pixels are {scale.Wanted}. Mend the line, or scale the pixels.");
            pixel++;
        }

        if (row.ColCount != Columns)
            throw new InvalidDataException($"Line {line} of '{path}' has {row.ColCount} columns with {pixel} pixels, but {Columns} with 784 pixels are needed as in the first line. Mend or remove the line.");
        return label is not { Length: 0 } ? label : throw new InvalidDataException($"Line {line} of '{path}' has an empty label. Give it one, or remove the line.");
    }
}
