using System.Globalization;
using MlNetDigits.Mnist;
using nietras.SeparatedValues;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Which columns of a CSV file have the label and the rows' index; all others are pixels.</summary>
/// <param name="HasHeader">Whether the first line names the columns.</param>
/// <param name="LabelColumn">Place of the label's column from 0, -1 where there is none.</param>
/// <param name="IndexColumn">Place of the index's column from 0, -1 where there is none.</param>
internal sealed record CsvLayout(bool HasHeader, int LabelColumn, int IndexColumn = CsvLayout.None)
{
    /// <summary>Stands for a column that there is not.</summary>
    public const int None = -1;

    private const int MostOthers = 2;

    /// <summary>Tells of a column that is left out though it is called like no index; null where there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether rows have labels.</summary>
    public bool HasLabels => LabelColumn >= 0;

    private int Columns => MnistView.PixelCount + (HasLabels ? 1 : 0) + (IndexColumn >= 0 ? 1 : 0);

    /// <summary>Whether so many columns can be pixels with a label, with an index, with both or alone.</summary>
    public static bool Fits(int columns) => columns is >= MnistView.PixelCount and <= MnistView.PixelCount + MostOthers;

    /// <summary>Reads a row's pixels and gives its label, or null where there is none.</summary>
    /// <exception cref="InvalidDataException">The row is malformed; the message names line and value.</exception>
    public string? ReadRow(SepReader.Row row, Span<byte> pixels, string path, int line, CsvScale scale)
    {
        string? label = null;
        int pixel = 0;
        for (int column = 0; column < row.ColCount; column++)
        {
            if (column == IndexColumn)
                continue;
            ReadOnlySpan<char> field = row[column].Span;
            if (column == LabelColumn)
            {
                label = LabelText.CleanNumber(field.ToString());
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
