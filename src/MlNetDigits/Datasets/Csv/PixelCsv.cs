using System.Text;
using MlNetDigits.Idx;
using MlNetDigits.Mnist;
using nietras.SeparatedValues;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Reads images from CSV in Kaggle's layout: a label, then 784 pixels of 0-255, row by row.</summary>
internal static class PixelCsv
{
    private static readonly SepReaderOptions Format = new(new Sep(',')) { HasHeader = false, DisableColCountCheck = true, Unescape = true };

    /// <summary>Reads all rows.</summary>
    /// <param name="path">A CSV file, gzipped or not, with or without header and labels.</param>
    /// <param name="transpose">Whether rows and columns are exchanged; null: when the file is called like EMNIST's.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">A line is malformed; the message names line and value.</exception>
    public static RawImages Read(string path, bool? transpose, CancellationToken cancellation)
    {
        var labels = new List<string>();
        byte[] pixels = [];
        int count = 0, nextLine = 1;
        CsvLayout? layout = null;
        var scale = new CsvScale();
        using var text = new StreamReader(IdxReader.Open(path), Encoding.UTF8);
        using SepReader reader = Try(() => Format.From(text), path);
        Func<bool> next = reader.MoveNext;
        while (Try(next, path))
        {
            cancellation.ThrowIfCancellationRequested();
            SepReader.Row row = reader.Current;
            int line = nextLine;
            nextLine = row.LineNumberToExcl;
            if (row.Span.IsWhiteSpace())
                continue;
            if (layout is null)
            {
                layout = CsvLayout.Of(row, path, line);
                if (layout.HasHeader)
                    continue;
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
        }

        if (count == 0)
            throw new InvalidDataException($"'{path}' has no images{(layout is not null ? " below its header" : "")}. Give rows of label,pixel0..pixel783.");
        Array.Resize(ref pixels, count * MnistView.PixelCount);
        string[] notes = scale.IsUnit ? ["Pixels are numbers from 0 to 1; they were multiplied by 255."] : BinaryPixels.Apply(pixels);
        return new RawImages(path, pixels, layout!.HasLabels ? [.. labels] : null, [.. notes, .. Orientation.Apply(pixels, path, transpose)]);
    }

    private static T Try<T>(Func<T> read, string path)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"'{path}' is damaged gzip data: {error.Message} Get the file again.", error);
        }
        catch (NotSupportedException error)
        {
            throw new InvalidDataException($"'{path}' is no CSV of images: {error.Message} Look for a quote that is not closed.", error);
        }
    }
}
