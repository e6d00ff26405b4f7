using System.Text;
using MlNetDigits.Idx;
using nietras.SeparatedValues;

namespace MlNetDigits.Datasets.Csv;

/// <summary>Goes through the rows of a CSV file, gzipped or not.</summary>
internal static class CsvRows
{
    private static readonly SepReaderOptions Format = new(new Sep(',')) { HasHeader = false, DisableColCountCheck = true, Unescape = true };

    /// <summary>Looks at a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="line">Number of its first line, from 1.</param>
    /// <returns>Whether to go on.</returns>
    public delegate bool Visitor(SepReader.Row row, int line);

    /// <summary>Visits all rows that are not blank.</summary>
    /// <exception cref="InvalidDataException">The file is damaged gzip data, or a quote is not closed.</exception>
    public static void Visit(string path, Visitor visit, CancellationToken cancellation)
    {
        using var text = new StreamReader(IdxReader.Open(path), Encoding.UTF8);
        using SepReader reader = Try(() => Format.From(text), path);
        Func<bool> next = reader.MoveNext;
        int nextLine = 1;
        while (Try(next, path))
        {
            cancellation.ThrowIfCancellationRequested();
            SepReader.Row row = reader.Current;
            int line = nextLine;
            nextLine = row.LineNumberToExcl;
            if (!row.Span.IsWhiteSpace() && !visit(row, line))
                return;
        }
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
