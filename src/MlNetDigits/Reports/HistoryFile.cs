using System.Globalization;
using System.Text;

namespace MlNetDigits.Reports;

/// <summary>Writes and reads <c>history.csv</c>: one line per epoch, whatever the culture.</summary>
public static class HistoryFile
{
    /// <summary>Gets the file's usual name.</summary>
    public const string Name = "history.csv";

    private const string Header = "epoch,learningRate,loss,accuracy,validationLoss,validationAccuracy,seconds,imagesPerSecond,isBest";

    /// <summary>Writes the epochs of a training.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="history">The epochs in order.</param>
    public static void Write(string path, IEnumerable<EpochReport> history)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(history);
        var text = new StringBuilder(Header).Append('\n');
        foreach (EpochReport e in history)
        {
            text.Append(CultureInfo.InvariantCulture, $"{e.Epoch},{e.LearningRate:G9},{e.Loss:G9},{e.Accuracy:G9},")
                .Append(CultureInfo.InvariantCulture, $"{e.ValidationLoss:G9},{e.ValidationAccuracy:G9},{e.Seconds:F3},{e.ImagesPerSecond:F1},")
                .Append(e.IsBest ? "true\n" : "false\n");
        }

        File.WriteAllText(path, text.ToString());
    }

    /// <summary>Reads the epochs of a training.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>The epochs in order.</returns>
    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static IReadOnlyList<EpochReport> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
            throw new InvalidDataException($"'{path}' is not a training history: its first line is not '{Header}'.");
        return [.. lines.Skip(1).Select((line, index) => Parse(path, line, index + 2))];
    }

    private static EpochReport Parse(string path, string line, int number)
    {
        string[] fields = line.Split(',');
        try
        {
            if (fields.Length != 9)
                throw new FormatException($"it has {fields.Length} fields instead of 9");
            return new EpochReport
            {
                Epoch = int.Parse(fields[0], CultureInfo.InvariantCulture),
                LearningRate = Number(fields[1]),
                Loss = Number(fields[2]),
                Accuracy = Number(fields[3]),
                ValidationLoss = fields[4].Length == 0 ? null : Number(fields[4]),
                ValidationAccuracy = fields[5].Length == 0 ? null : Number(fields[5]),
                Seconds = Number(fields[6]),
                ImagesPerSecond = Number(fields[7]),
                IsBest = bool.Parse(fields[8]),
            };
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new InvalidDataException($"Line {number} of '{path}' is not an epoch: {error.Message}.", error);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
