using MlNetDigits.Mnist;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Reads images from CSV: rows of 784 pixels of 0-255, with a label and an index beside them or not.</summary>
internal static class PixelCsv
{
    /// <summary>Reads all rows.</summary>
    /// <param name="path">A CSV file, gzipped or not, with or without header and labels.</param>
    /// <param name="transpose">Whether rows and columns are exchanged; null: when the file is called like EMNIST's.</param>
    /// <param name="labelColumn">Name or number from 1 of the label's column; null: as the file tells.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">A line is malformed, or the label's column cannot be told; the message names line and value.</exception>
    public static RawImages Read(string path, bool? transpose, string? labelColumn, CancellationToken cancellation)
    {
        var labels = new List<string>();
        byte[] pixels = [];
        int count = 0;
        if (CsvLayoutFinder.Find(path, labelColumn, cancellation) is not { } layout)
            throw Empty(path, "");
        bool isHeader = layout.HasHeader;
        var scale = new CsvScale();
        CsvRows.Visit(path, (row, line) =>
        {
            if (isHeader)
            {
                isHeader = false;
                return true;
            }

            int start = checked(count * MnistView.PixelCount);
            if (pixels.Length < start + MnistView.PixelCount)
                Array.Resize(ref pixels, (int)Math.Min(Array.MaxLength, Math.Max(256L * MnistView.PixelCount, pixels.LongLength * 2)));
            bool wasUnit = scale.IsUnit;
            string? label = layout.ReadRow(row, pixels.AsSpan(start, MnistView.PixelCount), path, line, scale);
            if (scale.IsUnit != wasUnit)
            {
                BinaryPixels.Apply(pixels.AsSpan(0, start));
                layout.ReadRow(row, pixels.AsSpan(start, MnistView.PixelCount), path, line, scale);
            }

            if (label is not null)
                labels.Add(label);
            count++;
            return true;
        }, cancellation);

        if (count == 0)
            throw Empty(path, " below its header");
        Array.Resize(ref pixels, count * MnistView.PixelCount);
        string[] notes = scale.IsUnit ? ["Pixels are numbers from 0 to 1; they were multiplied by 255."] : BinaryPixels.Apply(pixels);
        string[] others = layout.Note is { } note ? [note] : [];
        return new RawImages(path, pixels, layout.HasLabels ? [.. labels] : null, [.. notes, .. others, .. Orientation.Apply(pixels, path, transpose)]);
    }

    /// <summary>Whether the first row has as many columns as such files have.</summary>
    public static bool HasImages(string path)
    {
        bool fits = false;
        try
        {
            CsvRows.Visit(path, (row, _) =>
            {
                fits = CsvLayout.Fits(row.ColCount);
                return false;
            }, CancellationToken.None);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return fits;
    }

    private static InvalidDataException Empty(string path, string where) => new($"'{path}' has no images{where}. Give rows of label,pixel0..pixel783.");
}
