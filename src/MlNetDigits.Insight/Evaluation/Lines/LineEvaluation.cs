using System.Diagnostics;
using MlNetDigits.Reading;

namespace MlNetDigits.Evaluation.Lines;

/// <summary>Measures how well a reader reads lines of digits.</summary>
public static class LineEvaluation
{
    /// <summary>Reads pictures and compares the texts.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="name">What the pictures are.</param>
    /// <param name="examples">The pictures; one at least.</param>
    /// <param name="missed">Told of each picture that was not read right, and what was read instead; default nobody.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The figures, whatever the number of threads but for the time.</returns>
    /// <exception cref="ArgumentException">There is no picture.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static LineReport Measure(this DigitReader reader, string name, IReadOnlyList<LineExample> examples, Action<LineExample, string>? missed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0)
            throw new ArgumentException($"'{name}' has no picture: give one at least.", nameof(examples));
        var read = new (string Wanted, string Text)[examples.Count];
        long ticks = 0;
        Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            LinePicture picture = examples[i].Open();
            long start = Stopwatch.GetTimestamp();
            IEnumerable<ReadDigit> digits = reader.Read(picture.Image, cancellation).Lines.SelectMany(line => line.Digits);
            read[i] = (picture.Digits, string.Concat(digits.Select(digit => (char)('0' + digit.Digit))));
            Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - start);
        });

        int right = 0, errors = 0, digits = 0;
        foreach ((LineExample example, (string wanted, string text)) in examples.Zip(read))
        {
            (right, errors, digits) = (right + (text == wanted ? 1 : 0), errors + Distance(wanted, text), digits + wanted.Length);
            if (text != wanted)
                missed?.Invoke(example, text);
        }

        return new LineReport(name, read.Length, WilsonInterval.Of(right, read.Length), (double)errors / Math.Max(1, digits), (double)ticks / Stopwatch.Frequency / read.Length);
    }

    /// <summary>Least number of digits to insert, delete or replace.</summary>
    /// <remarks>Source: Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966.</remarks>
    internal static int Distance(string wanted, string read)
    {
        int[] row = [.. Enumerable.Range(0, read.Length + 1)];
        for (int i = 0; i < wanted.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < read.Length; j++)
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(diagonal + (wanted[i] == read[j] ? 0 : 1), Math.Min(row[j], row[j + 1]) + 1));
        }

        return row[^1];
    }
}
