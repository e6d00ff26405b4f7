using System.Globalization;
using System.Text;
using MlNetDigits.Networks.Onnx;
using MlNetDigits.Networks.Training;

namespace MlNetDigits.Reports;

/// <summary>Writes and reads <c>history.csv</c>: one line per epoch, whatever the culture.</summary>
public static class HistoryFile
{
    /// <summary>Gets the file's usual name.</summary>
    public const string Name = "history.csv";

    private const string Header = "epoch,learningRate,loss,accuracy,validationLoss,validationAccuracy,seconds,images,imagesPerSecond,isBest,member";

    /// <summary>Writes the epochs of a training.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="history">The epochs in order.</param>
    public static void Write(string path, IEnumerable<EpochMetrics> history)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(history);
        var text = new StringBuilder(Header).Append('\n');
        foreach (EpochMetrics e in history)
        {
            text.Append(CultureInfo.InvariantCulture, $"{e.Epoch},{e.LearningRate:R},{e.TrainLoss:R},{e.TrainAccuracy:R},")
                .Append(CultureInfo.InvariantCulture, $"{OrEmpty(e.ValidationLoss)},{OrEmpty(e.ValidationAccuracy)},")
                .Append(CultureInfo.InvariantCulture, $"{e.Seconds:R},{e.Images},{e.Images / e.Seconds:F1},")
                .Append(CultureInfo.InvariantCulture, $"{(e.IsBest ? "true" : "false")},{e.Member}\n");
        }

        File.WriteAllText(path, text.ToString());
    }

    /// <summary>Reads the epochs of a training.</summary>
    /// <param name="path">The file to read.</param>
    /// <returns>The epochs in order.</returns>
    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static IReadOnlyList<EpochMetrics> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
            throw new InvalidDataException($"'{path}' is not a training history: its first line is not '{Header}'.");
        return [.. lines.Skip(1).Select((line, index) => Parse(path, line, index + 2))];
    }

    /// <summary>Reads the epochs of the training that wrote a model, from beside the model's file.</summary>
    /// <param name="modelPath">The model's file.</param>
    /// <returns>The epochs in order; empty where the folder has no history of the same model.</returns>
    /// <exception cref="InvalidDataException">A line is malformed; the message names file and line.</exception>
    public static IReadOnlyList<EpochMetrics> Beside(string modelPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        string history = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(modelPath))!, Name);
        bool isOnnx = Path.GetExtension(modelPath).Equals(".onnx", StringComparison.OrdinalIgnoreCase);
        return isOnnx && File.Exists(history) && ModelCard.Beside(modelPath, OnnxModel.Load(modelPath)) is not null ? Read(history) : [];
    }

    private static EpochMetrics Parse(string path, string line, int number)
    {
        string[] fields = line.Split(',');
        try
        {
            if (fields.Length != 11)
                throw new FormatException($"it has {fields.Length} fields instead of 11");
            return new EpochMetrics(
                int.Parse(fields[0], CultureInfo.InvariantCulture),
                Number(fields[1]),
                Number(fields[2]),
                Number(fields[3]),
                Number(fields[4]),
                Number(fields[5]),
                Number(fields[6]),
                long.Parse(fields[7], CultureInfo.InvariantCulture),
                bool.Parse(fields[9]),
                int.Parse(fields[10], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new InvalidDataException($"Line {number} of '{path}' is not an epoch: {error.Message}.", error);
        }
    }

    private static string OrEmpty(double value) => double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
