using System.Globalization;
using MlNetDigits.Mnist;

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

    /// <summary>Tells the layout by the first line.</summary>
    /// <exception cref="InvalidDataException">The number of columns does not fit.</exception>
    public static CsvLayout Of(string line, string path, int number)
    {
        var fields = new List<string>();
        var rest = new CsvFields(line);
        while (rest.Next(out ReadOnlySpan<char> field))
            fields.Add(field.Trim().ToString());
        if (fields.Count is not (MnistView.PixelCount or MnistView.PixelCount + 1))
            throw new InvalidDataException($"Line {number} of '{path}' has {fields.Count} column{(fields.Count == 1 ? "" : "s")}, but 785 are needed (label,pixel0..pixel783), or 784 without labels. Separate them by commas.");

        bool isLabelled = fields.Count > MnistView.PixelCount;
        bool hasHeader = fields.Skip(1).All(field => !double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        int named = hasHeader && isLabelled ? fields.FindIndex(field => LabelNames.Contains(field, StringComparer.OrdinalIgnoreCase)) : -1;
        return new CsvLayout(hasHeader, isLabelled ? Math.Max(0, named) : -1);
    }

    /// <summary>Reads a row's pixels and gives its label, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">The row is malformed; the message names line and value.</exception>
    public string? ReadRow(string line, Span<byte> pixels, string path, int number)
    {
        string? label = null;
        int column = 0, pixel = 0;
        var rest = new CsvFields(line);
        while (rest.Next(out ReadOnlySpan<char> field))
        {
            if (column++ == LabelColumn)
            {
                label = LabelText.Clean(field.ToString());
                continue;
            }

            if (pixel < pixels.Length && !TryParse(field, out pixels[pixel]))
                throw new InvalidDataException($"Line {number} of '{path}' has '{field.Trim()}' as pixel {pixel}, but pixels are whole numbers from 0 to 255. Mend the line, or scale the pixels.");
            pixel++;
        }

        if (column != Columns)
            throw new InvalidDataException($"Line {number} of '{path}' has {column} columns with {pixel} pixels, but {Columns} with 784 pixels are needed as in the first line. Mend or remove the line.");
        return label is not { Length: 0 } ? label : throw new InvalidDataException($"Line {number} of '{path}' has an empty label. Give it one, or remove the line.");
    }

    private static bool TryParse(ReadOnlySpan<char> field, out byte pixel)
    {
        if (byte.TryParse(field, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out pixel))
            return true;

        // Tables that once had gaps write 12 as 12.0.
        if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value is not (>= 0 and <= 255) || value != Math.Floor(value))
            return false;
        pixel = (byte)value;
        return true;
    }
}
